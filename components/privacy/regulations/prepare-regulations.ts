import type { inferRouterOutputs } from "@trpc/server"
import type { AppRouter } from "@/server/root"

type Outputs = inferRouterOutputs<AppRouter>["privacy"]["listObligations"]
export type ObligationListed = Outputs["obligations"][number]
export type ControlListed = Outputs["controls"][number]

type Counted = Pick<ObligationListed, "controlIds" | "nextReviewOn">

/** One line about the register on a day. */
export function regulationsState(rows: readonly Counted[], today: string): string {
  if (rows.length === 0) return "No obligation yet. Not legal advice."
  const gaps = rows.filter(({ controlIds }) => controlIds.length === 0).length
  const late = rows.filter(({ nextReviewOn }) => nextReviewOn !== null && nextReviewOn < today).length
  const parts = [
    `${rows.length} ${rows.length === 1 ? "obligation" : "obligations"}`,
    gaps === 0 ? "all covered" : `${gaps} without a control`,
    late > 0 && `${late} with a legal review overdue`,
  ].filter(Boolean)
  return `${parts.join(", ")}. Not legal advice.`
}

/** The obligations of each regulation, in the order of the list. */
export const byRegulation = <Row extends { regulation: string }>(rows: readonly Row[]) => [
  ...Map.groupBy(rows, ({ regulation }) => regulation),
]

/** "2 controls", or that nothing answers it. */
export const coverWords = (count: number) =>
  count === 0 ? "No control" : `${count} ${count === 1 ? "control" : "controls"}`

/** How many obligations a control answers. */
export const usedBy = (rows: readonly Pick<ObligationListed, "controlIds">[], controlId: string) =>
  rows.filter(({ controlIds }) => controlIds.includes(controlId)).length
