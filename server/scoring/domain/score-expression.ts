import { type CompiledExpression, compileExpression } from "./compile-expression"
import { computeExpression, NoValue } from "./compute-expression"
import { formatInput, formatScore } from "./format-score"
import type { Framework } from "./framework"
import { printNode } from "./print-expression"
import { type InvalidResult, type ScoredResult, settle, type Values } from "./score-result"

const compilations = new WeakMap<Framework, CompiledExpression | null>()

function compiledOf(framework: Framework): CompiledExpression | null {
  const known = compilations.get(framework)
  if (known !== undefined) return known
  const compilation = compileExpression(framework)
  const compiled = "compiled" in compilation ? compilation.compiled : null
  compilations.set(framework, compiled)
  return compiled
}

/** Names as the page shows them: criteria by their names, named parts as they are. */
export const criterionNaming =
  ({ criteria }: Pick<Framework, "criteria">) =>
  (name: string): string =>
    criteria.find(({ key }) => key === name)?.name ?? name

/** The own formula in the names of its criteria, with its named parts; empty where it cannot be read. */
export function expressionWords(framework: Framework): { formula: string; parts: string[] } {
  const compiled = compiledOf(framework)
  if (!compiled) return { formula: framework.expression ?? "", parts: [] }
  const naming = criterionNaming(framework)
  return {
    formula: printNode(compiled.root, naming),
    parts: compiled.definitions.map(({ name, node }) => `${name} = ${printNode(node, naming)}`),
  }
}

/** Computes an own formula; a zero divisor or a value that is not finite makes the item invalid, with the reason. */
export function scoreExpression(framework: Framework, values: Values): ScoredResult | InvalidResult {
  const { criteria, name, method } = framework
  const [first] = criteria
  const compiled = compiledOf(framework)
  if (!compiled)
    return {
      status: "invalid",
      problems: [{ criterion: first!.key, message: `The formula of ${name} is not sound` }],
    }
  const naming = criterionNaming(framework)
  try {
    const { result, parts } = computeExpression(compiled, values, naming)
    const score = settle(result)
    const shown = formatScore(method, score)
    const put = (key: string) => formatInput(values[key] ?? parts.get(key) ?? 0)
    const where = compiled.definitions.map(
      ({ name: part, node }) =>
        `${part} = ${printNode(node, put)} = ${formatInput(settle(parts.get(part)!))}`,
    )
    const formula = printNode(compiled.root, naming)
    const given = criteria.map((criterion) => `${criterion.name.toLowerCase()} ${put(criterion.key)}`)
    return {
      status: "scored",
      score,
      terms: criteria.map((criterion) => ({
        criterion: criterion.key,
        name: criterion.name,
        value: values[criterion.key] ?? 0,
        role: "input",
        contribution: null,
      })),
      formula,
      worked: `${printNode(compiled.root, put)} = ${shown}${where.length > 0 ? `, where ${where.join(" and ")}` : ""}`,
      sentence: `${name} is ${shown}: ${given.join(", ")} put into ${formula}.`,
    }
  } catch (error) {
    if (!(error instanceof NoValue)) throw error
    const blamed = criteria.find(({ key }) => error.names.includes(key)) ?? first!
    return { status: "invalid", problems: [{ criterion: blamed.key, message: error.message }] }
  }
}
