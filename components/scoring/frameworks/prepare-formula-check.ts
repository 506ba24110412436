import { compileExpression } from "@/server/scoring/domain/compile-expression"
import { expressionRange } from "@/server/scoring/domain/expression-range"
import { formatInput } from "@/server/scoring/domain/format-score"
import { printNode } from "@/server/scoring/domain/print-expression"
import { criterionNaming } from "@/server/scoring/domain/score-expression"
import { draftKeys, type FrameworkDraft } from "./prepare-draft"
import { readCriteria } from "./read-draft"

export type FormulaCheck = {
  ok: boolean
  /** The formula in the names of the criteria. */
  words: string
  /** Between which values the score can lie, as far as the scales tell. */
  range: string
  warnings: string[]
  /** By field: `expression`, `definitions.0.expression`, `definitions.0.name`. */
  problems: Record<string, string>
}

/** What can be said of a formula while it is typed. */
export function checkFormula(draft: FrameworkDraft): FormulaCheck {
  const criteria = readCriteria(draft, draftKeys(draft), {})
  const definitions = draft.parts.map(({ name, expression }) => ({ name, expression }))
  const compilation = compileExpression({ criteria, expression: draft.expression, definitions })
  if (!("compiled" in compilation)) {
    const problems: Record<string, string> = {}
    for (const { field, message } of compilation.problems) problems[field] ??= message
    return { ok: false, words: "", range: "", warnings: [], problems }
  }
  const naming = criterionNaming({ criteria })
  const { low, high, warnings } = expressionRange(compilation.compiled, criteria, naming)
  const bounded = Number.isFinite(low) && Number.isFinite(high)
  return {
    ok: true,
    words: printNode(compilation.compiled.root, naming),
    range: bounded ? `Lies between ${formatInput(low)} and ${formatInput(high)} on these scales.` : "",
    warnings,
    problems: {},
  }
}
