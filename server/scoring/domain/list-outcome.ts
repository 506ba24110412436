import { delayCost } from "./delay-cost"
import { type Framework, isRelative } from "./framework"
import { type ClassShare, moscowShares, mustWarning } from "./moscow-shares"
import { RELATIVE_NOTE } from "./score-together"

/** What a list of scored items comes to as a whole, for the methods where it comes to something. */
export type ListOutcome =
  | { kind: "moscow"; unit: string; shares: ClassShare[] }
  | {
      kind: "delay"
      /** Unit of the cost of delay, such as thousand EUR per week. */
      unit: string
      items: number
      weeks: number
      /** Σ cost of delay × completion, one item after the other: in the order of the score, and in the manual order. */
      byScore: number
      byHand: number
    }

/** A scored item with its combined values, as a ranking or a stored standing holds it. */
export type OutcomeItem = { id: string; score: number; values: Readonly<Record<string, number | null>> }

/**
 * The outcome over the items of a list: effort per MoSCoW class, or what waiting costs under CD3. Null for other methods.
 * `ranked` is in the order of the score; `manual` holds the same ids in their manual order.
 */
export function listOutcome(
  framework: Framework,
  ranked: readonly OutcomeItem[],
  manual: readonly string[],
): ListOutcome | null {
  const unitOf = (key: string) => framework.criteria.find((criterion) => criterion.key === key)?.unit ?? ""
  if (framework.method === "moscow")
    return { kind: "moscow", unit: unitOf("effort"), shares: sharesOf(ranked) }
  if (framework.method !== "cd3" || ranked.length < 2) return null
  const jobs = new Map(
    ranked.map(({ id, values }) => [
      id,
      { costOfDelay: values.cost_of_delay ?? 0, duration: values.duration ?? 0 },
    ]),
  )
  const byHand = manual.flatMap((id) => jobs.get(id) ?? [])
  return {
    kind: "delay",
    unit: unitOf("cost_of_delay"),
    items: jobs.size,
    weeks: byHand.reduce((sum, { duration }) => sum + duration, 0),
    byScore: delayCost([...jobs.values()]),
    byHand: delayCost(byHand),
  }
}

const sharesOf = (items: readonly OutcomeItem[]) =>
  moscowShares(items.map(({ score, values }) => ({ score, effort: values.effort ?? 0 })))

/** What one has to know before trusting a list under a framework, besides the columns of WSJF. Changes no score. */
export function listNotes(framework: Framework, ranked: readonly OutcomeItem[]): string[] {
  if (isRelative(framework)) return ranked.length > 0 ? [RELATIVE_NOTE] : []
  return framework.method === "moscow" ? mustWarning(sharesOf(ranked)) : []
}
