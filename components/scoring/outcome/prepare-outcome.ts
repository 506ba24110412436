import { formatInput } from "@/server/scoring/domain/format-score"
import type { Framework } from "@/server/scoring/domain/framework"
import type { ListOutcome } from "@/server/scoring/domain/list-outcome"
import type { ClassShare } from "@/server/scoring/domain/moscow-shares"

/** True for the methods whose lists come to something as a whole. */
export const summedUp = ({ method }: Framework) => method === "moscow" || method === "cd3"

/** "40 person-days, 3 items"; Won't says that it is not counted. */
export function shareWords({ effort, items, label, share }: ClassShare, unit: string): string {
  const count = `${formatInput(effort)}${unit ? ` ${unit}` : ""}, ${items} ${items === 1 ? "item" : "items"}`
  return share === null && label === "Won't" && items > 0 ? `${count}, not counted` : count
}

const round = (value: number) => new Intl.NumberFormat("en-GB", { maximumSignificantDigits: 4 }).format(value)

/** What waiting costs in both orders. A cost per week, summed over weeks, is money: its unit loses "per week". */
export function delaySentence(outcome: ListOutcome & { kind: "delay" }): string {
  const { byScore, byHand, items, weeks, unit } = outcome
  const money = unit.replace(/ per week$/, "")
  const saved = byHand - byScore
  const base = `One after the other, these ${items} items take ${round(weeks)} weeks. Waiting costs ${round(byScore)} ${money} in the order of the score`
  if (saved <= byHand * 1e-9) return `${base}, the same as in the manual order.`
  return `${base} and ${round(byHand)} in the manual order: ${round(saved)} (${Math.round((saved / byHand) * 100)} %) less.`
}
