import type { inferRouterOutputs } from "@trpc/server"
import { askedRows } from "@/components/shell/prepare-pages"
import type { State } from "@/components/ui/icon"
import { figure } from "@/server/kernel/domain/counted"
import {
  ALL_ETHICS_QUESTIONS,
  ETHICS_STATES,
  type EthicsAnswers,
  type EthicsFilter,
  type EthicsState,
  ethicsFilter,
  OUTCOME_LABELS,
  type Outcome,
} from "@/server/privacy/domain/ethics"
import type { AppRouter } from "@/server/root"

type Outputs = inferRouterOutputs<AppRouter>["privacy"]
export type CheckedSubject = Outputs["getCheckpoint"]["subject"]
export type Checkpoint = NonNullable<Outputs["getCheckpoint"]["checkpoint"]>

/** The shape and colour of each state; the word beside it comes from the domain. */
const ETHICS_LOOKS: Record<EthicsState, State> = {
  due: "warning",
  in_review: "warning",
  sent_back: "bad",
  outdated: "bad",
  decided: "good",
  not_needed: "later",
}

/** How a decision looks: a no-go is no failure, but nobody may miss it. */
export function decisionLook(state: EthicsState, outcome: Outcome | null): State {
  return state === "decided" && outcome === "no_go" ? "bad" : ETHICS_LOOKS[state]
}

/** "Go with conditions" once it is decided; what is proposed before; null while nothing is. */
export function decisionWords(state: EthicsState, outcome: Outcome | null): string | null {
  if (outcome === null || state === "not_needed") return null
  return state === "decided" ? OUTCOME_LABELS[outcome] : `${OUTCOME_LABELS[outcome]}, proposed`
}

/** What the list of checkpoints asks for; what it cannot read of an address is left out. */
export function ethicsInput(params: URLSearchParams) {
  const filter: EthicsFilter = ethicsFilter.parse({
    search: (params.get("q") ?? "").slice(0, 200),
    states: ETHICS_STATES.filter((state) => params.getAll("state").includes(state)),
  })
  return { filter, ...askedRows(params) }
}

/** The filter as an address; a changed filter begins at the first page. */
export function ethicsParams({ search, states }: EthicsFilter): URLSearchParams {
  const params = new URLSearchParams()
  if (search) params.set("q", search)
  for (const state of states) params.append("state", state)
  return params
}

type Counted = Pick<Outputs["listCheckpoints"], "total" | "decided" | "toFill" | "openConditions">

/** One line about the list; its numbers count all that the filter finds. */
export function ethicsState(counted: Counted, filtered: boolean): string {
  const { total, decided, toFill, openConditions } = counted
  if (total === 0) return filtered ? "Nothing fits the filters." : "Nobody has declared a high impact yet."
  const parts = [
    `${figure(total)} ${filtered ? "found" : "declared"}`,
    decided > 0 && `${figure(decided)} decided`,
    toFill > 0 && `${figure(toFill)} to be filled in`,
    openConditions > 0 &&
      `${figure(openConditions)} ${openConditions === 1 ? "condition is" : "conditions are"} open`,
  ].filter(Boolean)
  return `${parts.join(", ")}.`
}

/** Every question with its answer, empty where nobody has answered. */
export const filledAnswers = (answers: EthicsAnswers): Record<string, string> =>
  Object.fromEntries(ALL_ETHICS_QUESTIONS.map((question) => [question, answers[question] ?? ""]))
