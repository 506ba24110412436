import type { inferRouterOutputs } from "@trpc/server"
import type { State } from "@/components/ui/icon"
import {
  ALL_ETHICS_QUESTIONS,
  type EthicsAnswers,
  type EthicsState,
  OUTCOME_LABELS,
  type Outcome,
} from "@/server/privacy/domain/ethics"
import type { AppRouter } from "@/server/root"

type Outputs = inferRouterOutputs<AppRouter>["privacy"]
type CheckpointListed = Outputs["listCheckpoints"][number]
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

/** One line about the list. */
export function ethicsState(rows: readonly Pick<CheckpointListed, "state" | "openConditions">[]): string {
  if (rows.length === 0) return "Nobody has declared a high impact yet."
  const of = (state: EthicsState) => rows.filter((row) => row.state === state).length
  const open = rows.reduce((sum, row) => sum + row.openConditions, 0)
  const waiting = of("due") + of("sent_back") + of("outdated")
  const parts = [
    `${rows.length} declared`,
    of("decided") > 0 && `${of("decided")} decided`,
    waiting > 0 && `${waiting} to be filled in`,
    open > 0 && `${open} ${open === 1 ? "condition is" : "conditions are"} open`,
  ].filter(Boolean)
  return `${parts.join(", ")}.`
}

/** Every question with its answer, empty where nobody has answered. */
export const filledAnswers = (answers: EthicsAnswers): Record<string, string> =>
  Object.fromEntries(ALL_ETHICS_QUESTIONS.map((question) => [question, answers[question] ?? ""]))
