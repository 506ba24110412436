import { z } from "zod"
import { LIFECYCLES } from "./product"

/** "me" stands for the reader, "none" for products that nobody owns. */
const owner = z.union([z.literal("me"), z.literal("none"), z.uuid()])

/** What a list of products shows. Empty lists mean "any". The URL holds it, so a link opens the same view. */
export const productFilterSchema = z.object({
  search: z.string().trim().max(200).default(""),
  domainIds: z.array(z.uuid()).max(100).default([]),
  lifecycles: z.array(z.enum(LIFECYCLES)).max(LIFECYCLES.length).default([]),
  ownerIds: z.array(owner).max(50).default([]),
})
export type ProductFilter = z.infer<typeof productFilterSchema>

export const EMPTY_PRODUCT_FILTER: ProductFilter = productFilterSchema.parse({})

export const isEmptyFilter = (filter: ProductFilter) => productFilterParams(filter).size === 0

/** The filter as query parameters: one per value, nothing for what is not set. */
export function productFilterParams(filter: ProductFilter): URLSearchParams {
  const params = new URLSearchParams()
  if (filter.search) params.set("q", filter.search)
  for (const domain of filter.domainIds) params.append("domain", domain)
  for (const lifecycle of filter.lifecycles) params.append("state", lifecycle)
  for (const person of filter.ownerIds) params.append("owner", person)
  return params
}

/** Reads a filter from a URL. Never fails: what it cannot read (an old link, a typing slip) is left out. */
export function parseProductFilter(params: URLSearchParams): ProductFilter {
  const all = <T>(name: string, schema: z.ZodType<T>, max: number): T[] => {
    const known = params.getAll(name).flatMap((value) => {
      const parsed = schema.safeParse(value)
      return parsed.success ? [parsed.data] : []
    })
    return [...new Set(known)].slice(0, max)
  }
  return {
    search: (params.get("q") ?? "").trim().slice(0, 200),
    domainIds: all("domain", z.uuid(), 100),
    lifecycles: all("state", z.enum(LIFECYCLES), LIFECYCLES.length),
    ownerIds: all("owner", owner, 50),
  }
}

/** What a page gets as search parameters, in the form that the browser has them. */
export function toSearchParams(record: Record<string, string | string[] | undefined>): URLSearchParams {
  const pairs = Object.entries(record).flatMap(([name, value]) =>
    [value ?? []].flat().map((one): [string, string] => [name, one]),
  )
  return new URLSearchParams(pairs)
}
