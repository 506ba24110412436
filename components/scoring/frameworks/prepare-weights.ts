import { type Comparison, compare, missingPairs, SAATY_SCALE } from "@/server/scoring/domain/ahp"
import { formatInput } from "@/server/scoring/domain/format-score"
import { rankOrderCentroid } from "@/server/scoring/domain/weighting"
import { typedNumber } from "../grid/prepare-entry"
import { type CriterionDraft, type FrameworkDraft, judgementOf, orderOf } from "./prepare-draft"

/** "40 %" with one decimal where it is not whole; nothing while the weight is not known. */
export const shareWords = (weight: number | undefined): string =>
  weight === undefined ? "" : `${formatInput(Math.round(weight * 1000) / 10)} %`

const draftJudgements = ({ criteria, judgements }: FrameworkDraft) =>
  criteria.flatMap(({ id: first }, index) =>
    criteria.slice(index + 1).flatMap(({ id: second }) => {
      const value = judgementOf(judgements, first, second)
      return value === undefined ? [] : [{ first, second, value }]
    }),
  )

/** The comparison of a draft, by the ids of its criteria, or the pairs that are not judged yet. */
export function comparePairs(
  draft: FrameworkDraft,
): { comparison: Comparison } | { missing: [string, string][] } {
  const ids = draft.criteria.map(({ id }) => id)
  const given = draftJudgements(draft)
  const missing = missingPairs(ids, given)
  return missing.length > 0 ? { missing } : { comparison: compare(ids, given) }
}

/** The share of each criterion, in the order of the draft; undefined while it cannot be told. */
export function draftShares(draft: FrameworkDraft): (number | undefined)[] {
  const { criteria, way } = draft
  if (way === "rank_order") {
    const centroid = rankOrderCentroid(criteria.length)
    const order = orderOf(draft)
    return criteria.map(({ id }) => centroid[order.indexOf(id)])
  }
  if (way === "pairwise") {
    const compared = comparePairs(draft)
    return criteria.map((_, index) =>
      "comparison" in compared ? compared.comparison.weights[index] : undefined,
    )
  }
  const points = criteria.map(({ weight }) => typedNumber(weight) ?? 0)
  const sum = points.reduce((total, one) => total + one, 0)
  return points.map((one) => (sum > 0 ? one / sum : undefined))
}

/** "3" or "1/3": a judgement as people write it. */
export const judgementText = (value: number): string =>
  value < 1 ? `1/${formatInput(Math.round(100 / value) / 100)}` : formatInput(Math.round(value * 100) / 100)

const WORDS: Record<number, string> = {
  1: "equal",
  3: "moderate",
  5: "strong",
  7: "very strong",
  9: "extreme",
}

/** The 17 judgements a person may give, most important first, as options of a select. */
export const JUDGEMENT_OPTIONS = [...SAATY_SCALE].reverse().map((value) => ({
  value: String(value),
  label: `${judgementText(value)}${WORDS[value] ? ` ${WORDS[value]}` : ""}`,
}))

/** What a weight is for: "from 0 to 1,000 thousand EUR per year", "from None to Is one". */
export function swingWords(criterion: CriterionDraft): string {
  const { kind, unit, direction } = criterion
  const ends = kind === "range" ? [criterion.min, criterion.max] : choiceEnds(criterion.choices)
  const [worst, best] = direction === "cost" ? ends.toReversed() : ends
  return `from ${worst ?? "?"} to ${best ?? "?"}${kind === "range" && unit ? ` ${unit}` : ""}`
}

function choiceEnds(lines: string): string[] {
  const choices = lines
    .split("\n")
    .map((line) => line.split("="))
    .map(([number = "", label = ""]) => ({
      value: typedNumber(number) ?? 0,
      label: label.trim() || number.trim(),
    }))
    .sort((a, b) => a.value - b.value)
  return [choices[0]?.label ?? "?", choices.at(-1)?.label ?? "?"]
}
