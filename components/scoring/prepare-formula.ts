import { formatInput, formatScore } from "@/server/scoring/domain/format-score"
import type { FrameworkMethod } from "@/server/scoring/domain/framework"
import type { ScoredResult, ScoreTerm } from "@/server/scoring/domain/score"

export type Formula = {
  score: string
  /** The values above the line, or all of them where nothing divides. */
  above: string
  below: string | null
  /** The same with the names of the criteria. */
  words: string
}

const SIGNS: Record<FrameworkMethod, string> = { rice: " × ", ice: " × ", wsjf: " + ", weighted_sum: " + " }

const value = (term: ScoreTerm) =>
  term.role === "weighted"
    ? `${(term.weight ?? 0).toFixed(2)} × ${(term.scaled ?? 0).toFixed(2)}`
    : formatInput(term.value)

/** A score as a worked fraction. */
export function prepareFormula(method: FrameworkMethod, { score, terms, formula }: ScoredResult): Formula {
  const divisor = terms.find((term) => term.role === "divisor")
  const upper = terms.filter((term) => term !== divisor)
  return {
    score: formatScore(method, score),
    above: upper.map(value).join(SIGNS[method]),
    below: divisor ? formatInput(divisor.value) : null,
    words: formula.replace(" / ", " ÷ "),
  }
}
