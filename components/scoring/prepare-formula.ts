import { formatInput, formatScore } from "@/server/scoring/domain/format-score"
import type { FrameworkMethod } from "@/server/scoring/domain/framework"
import type { ScoredResult } from "@/server/scoring/domain/score-result"

export type Formula = {
  score: string
  /** The values above the line, or all of them where nothing divides. */
  above: string
  below: string | null
  /** The same with the names of the criteria. */
  words: string
}

/** A score as a worked fraction, or in the words of its method where nothing divides one sum or product. */
export function prepareFormula(
  method: FrameworkMethod,
  { score, terms, formula, worked }: ScoredResult,
): Formula {
  const shown = formatScore(method, score)
  const divisor = terms.find((term) => term.role === "divisor")
  const [left = worked, ...rest] = worked.split(` = ${shown}`)
  const where = rest.join(` = ${shown}`)
  const above = divisor ? left.slice(0, left.lastIndexOf(" / ")).replace(/^\((.*)\)$/, "$1") : left
  return {
    score: shown,
    above,
    below: divisor ? formatInput(divisor.value) : null,
    words: `${formula.replace(" / ", " ÷ ")}${where}`,
  }
}
