import { askedRows } from "@/components/shell/prepare-pages"
import {
  ASSESSMENT_STATES,
  type AssessmentFilter,
  type AssessmentState,
  assessmentFilterSchema,
  type ListedAssessment,
} from "@/server/dpia/domain/assessment-row"
import {
  SCREENING_STATES,
  type ScreeningFilter,
  screeningFilterSchema,
} from "@/server/dpia/domain/screening-row"
import { figure } from "@/server/kernel/domain/counted"

const all = <T extends string>(params: URLSearchParams, name: string, known: readonly T[]): T[] =>
  known.filter((value) => params.getAll(name).includes(value))

const searchOf = (params: URLSearchParams) => (params.get("q") ?? "").trim().slice(0, 200)

/** What the list of assessments asks for; reads what it understands of an address and leaves out the rest. */
export function assessmentsInput(params: URLSearchParams) {
  const filter: AssessmentFilter = {
    search: searchOf(params),
    states: all(params, "state", ASSESSMENT_STATES),
    productIds: params
      .getAll("product")
      .filter((id) => assessmentFilterSchema.shape.productIds.safeParse([id]).success),
  }
  return { filter, ...askedRows(params) }
}

export function screeningsInput(params: URLSearchParams) {
  const filter: ScreeningFilter = screeningFilterSchema.parse({
    search: searchOf(params),
    states: all(params, "state", SCREENING_STATES),
    types: all(params, "type", ["product", "item"]),
  })
  return { filter, ...askedRows(params) }
}

type AnyFilter = {
  search: string
  states: readonly string[]
  productIds?: readonly string[]
  types?: readonly string[]
}

/** The filter as an address; a changed filter begins at the first page. */
export function filterParams({ search, states, productIds = [], types = [] }: AnyFilter): URLSearchParams {
  const params = new URLSearchParams()
  if (search) params.set("q", search)
  for (const state of states) params.append("state", state)
  for (const id of productIds) params.append("product", id)
  for (const type of types) params.append("type", type)
  return params
}

const ON_THE_AUTHOR: readonly AssessmentState[] = ["in_progress", "changes_asked", "refused", "outdated"]

/** Who has to do something next; null when nobody has to. */
export function waitsOn({ state, author }: Pick<ListedAssessment, "state" | "author">): string | null {
  if (ON_THE_AUTHOR.includes(state)) return author.name
  return state === "in_review" ? "Data protection officer" : null
}

type Assessments = { total: number; waiting: number; high: number }

/** One line about a list of assessments; every number counts all that the filter finds. */
export function assessmentsState({ total, waiting, high }: Assessments, filtered: boolean): string {
  if (total === 0) return filtered ? "Nothing fits the filters." : "No impact assessment yet."
  const found = `${figure(total)} ${total === 1 ? "assessment" : "assessments"}${filtered ? " found" : ""}`
  const parts = [
    waiting > 0 && `${figure(waiting)} ${waiting === 1 ? "waits" : "wait"} for approval`,
    high > 0 && `${figure(high)} with a high risk that remains`,
  ].filter(Boolean)
  return `${[found, ...parts].join(", ")}.`
}

/** One line about a list of screenings; every number counts all that the filter finds. */
export function screeningsState(
  { total, owing }: { total: number; owing: number },
  filtered: boolean,
): string {
  if (total === 0) return filtered ? "Nothing fits the filters." : "No product yet."
  const found = `${figure(total)} products and items${filtered ? " found" : ""}`
  return `${found}${owing > 0 ? `, ${figure(owing)} ${owing === 1 ? "owes" : "owe"} a declaration or a screening` : ""}.`
}
