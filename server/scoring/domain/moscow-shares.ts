import { MOSCOW_CLASSES } from "./named-answers"

/** Share of effort above which Must leaves no room (Agile Business Consortium, DSDM handbook, chapter 10). */
export const MUST_LIMIT = 0.6

export type ClassShare = {
  label: string
  items: number
  effort: number
  /** Share of the effort of Must, Should and Could; null for Won't, and while there is no effort. */
  share: number | null
}

/** Effort per class over the items of a list; Won't is out of scope and out of the base. */
export function moscowShares(items: readonly { score: number; effort: number }[]): ClassShare[] {
  const base = items.reduce((sum, { score, effort }) => sum + (score > 1 ? effort : 0), 0)
  return MOSCOW_CLASSES.map(({ value, label }) => {
    const ofClass = items.filter(({ score }) => score === value)
    const effort = ofClass.reduce((sum, one) => sum + one.effort, 0)
    return { label, items: ofClass.length, effort, share: value > 1 && base > 0 ? effort / base : null }
  })
}

/** The warning above 60 % Must; nothing below it. A warning, never a block. */
export function mustWarning(shares: readonly ClassShare[]): string[] {
  const must = shares.find(({ label }) => label === "Must")?.share ?? null
  if (must === null || must <= MUST_LIMIT) return []
  return [
    `Must takes ${Math.round(must * 100)} % of the effort. Above 60 % nothing is left to give way when work takes longer than estimated: move items to Should or Could.`,
  ]
}
