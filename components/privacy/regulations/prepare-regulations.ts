import type { inferRouterOutputs } from "@trpc/server"
import { type ReadingState, worstOf } from "@/server/privacy/domain/control-reading"
import { CONTROL_KIND_FACTS } from "@/server/privacy/domain/obligation"
import type { AppRouter } from "@/server/root"

type Outputs = inferRouterOutputs<AppRouter>["privacy"]["listObligations"]
export type ObligationListed = Outputs["obligations"][number]
export type ControlListed = Outputs["controls"][number]
export type CheckListed = Outputs["checks"][number]

type Read = { id: string; reading: { state: ReadingState } }
type Answered = Pick<ObligationListed, "controlIds">

/** What is said of one control, and of several. */
const SAID: Record<ReadingState, [one: string, many: string]> = {
  bad: ["does not hold", "do not hold"],
  warning: ["has gaps", "have gaps"],
  unknown: ["not measured", "not measured"],
  good: ["holds", "hold"],
}

/** How the controls of an obligation stand together: by the gravest of them, and how many are like it. */
export function coverOf(
  { controlIds }: Answered,
  controls: readonly Read[],
): { state: ReadingState; words: string } {
  const states = controls.filter(({ id }) => controlIds.includes(id)).map(({ reading }) => reading.state)
  const state = worstOf(states)
  if (!state) return { state: "bad", words: "No control" }
  const alike = states.filter((one) => one === state).length
  const said = SAID[state][alike === 1 ? 0 : 1]
  const all = `${states.length} ${states.length === 1 ? "control" : "controls"}`
  if (state === "good") return { state, words: `${all} ${said}` }
  return { state, words: states.length === 1 ? `${all}, ${said}` : `${all}, ${alike} ${said}` }
}

/** One line about the register on a day: how many obligations hold, have gaps, do not hold, and have no control. */
export function regulationsState(
  rows: readonly (Answered & Pick<ObligationListed, "nextReviewOn">)[],
  controls: readonly Read[],
  today: string,
): string {
  if (rows.length === 0) return "No obligation yet. Not legal advice."
  const answered = rows.filter(({ controlIds }) => controlIds.length > 0)
  const states = answered.map((row) => coverOf(row, controls).state)
  const of = (state: ReadingState) => {
    const count = states.filter((one) => one === state).length
    return count > 0 && `${count} ${SAID[state][count === 1 ? 0 : 1]}`
  }
  const late = rows.filter(({ nextReviewOn }) => nextReviewOn !== null && nextReviewOn < today).length
  const parts = [
    of("good"),
    of("warning"),
    of("bad"),
    of("unknown"),
    answered.length < rows.length && `${rows.length - answered.length} without a control`,
    late > 0 && `${late} with a legal review overdue`,
  ].filter(Boolean)
  return `${rows.length} ${rows.length === 1 ? "obligation" : "obligations"}: ${parts.join(", ")}. Not legal advice.`
}

/** The obligations of each regulation, in the order of the list. */
export const byRegulation = <Row extends { regulation: string }>(rows: readonly Row[]) => [
  ...Map.groupBy(rows, ({ regulation }) => regulation),
]

/** How many obligations a control answers. */
export const usedBy = (rows: readonly Answered[], controlId: string) =>
  rows.filter(({ controlIds }) => controlIds.includes(controlId)).length

type Named = Pick<ControlListed, "kind" | "checkId">

/** "Definition of Done check: Retention set"; a check that is gone by its id. */
export function shownBy({ kind, checkId }: Named, checks: readonly CheckListed[]): string {
  const { label } = CONTROL_KIND_FACTS[kind]
  if (checkId === null) return label
  return `${label}: ${checks.find(({ id }) => id === checkId)?.label ?? checkId}`
}

/** What the field for a check offers: the checks there are, and the one it names although it is gone. */
export function checkOptions(checks: readonly CheckListed[], checkId: string | null) {
  const gone = checkId !== null && !checks.some(({ id }) => id === checkId)
  const options = checks.map(({ id, label }) => ({ value: id, label }))
  return gone ? [...options, { value: checkId, label: checkId }] : options
}
