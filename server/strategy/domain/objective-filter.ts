import { z } from "zod"
import { GRADES } from "./grade"
import { OBJECTIVE_STATES } from "./objective"

/** "me" stands for the reader, "none" for objectives that nobody owns. */
const owner = z.union([z.literal("me"), z.literal("none"), z.uuid()])

/** What the list of objectives shows. Empty lists mean "any", but without states the closed ones are left out. */
export const objectiveFilterSchema = z.object({
  search: z.string().trim().max(200).default(""),
  states: z.array(z.enum(OBJECTIVE_STATES)).max(OBJECTIVE_STATES.length).default([]),
  grades: z.array(z.enum(GRADES)).max(GRADES.length).default([]),
  domainIds: z.array(z.uuid()).max(100).default([]),
  ownerIds: z.array(owner).max(50).default([]),
})
export type ObjectiveFilter = z.infer<typeof objectiveFilterSchema>

export const EMPTY_OBJECTIVE_FILTER: ObjectiveFilter = objectiveFilterSchema.parse({})

/** The filter as query parameters: one per value, nothing for what is not set. */
export function objectiveFilterParams(filter: ObjectiveFilter): URLSearchParams {
  const params = new URLSearchParams()
  if (filter.search) params.set("q", filter.search)
  const lists = {
    state: filter.states,
    grade: filter.grades,
    domain: filter.domainIds,
    owner: filter.ownerIds,
  }
  for (const [name, values] of Object.entries(lists)) {
    for (const value of values) params.append(name, value)
  }
  return params
}

export const isEmptyObjectiveFilter = (filter: ObjectiveFilter) => objectiveFilterParams(filter).size === 0

/** Reads a filter from a URL. Never fails: what it cannot read (an old link, a typing slip) is left out. */
export function parseObjectiveFilter(params: URLSearchParams): ObjectiveFilter {
  const all = <T>(name: string, schema: z.ZodType<T>, max: number): T[] => {
    const known = params.getAll(name).flatMap((value) => {
      const parsed = schema.safeParse(value)
      return parsed.success ? [parsed.data] : []
    })
    return [...new Set(known)].slice(0, max)
  }
  return {
    search: (params.get("q") ?? "").trim().slice(0, 200),
    states: all("state", z.enum(OBJECTIVE_STATES), OBJECTIVE_STATES.length),
    grades: all("grade", z.enum(GRADES), GRADES.length),
    domainIds: all("domain", z.uuid(), 100),
    ownerIds: all("owner", owner, 50),
  }
}
