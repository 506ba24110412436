import { formatInput, formatScore } from "./format-score"
import { divisorOf, type Framework } from "./framework"
import { type InvalidResult, type ScoredResult, type ScoreTerm, settle, type Values } from "./score-result"
import { quadrantOf } from "./value-effort"

/** RICE, ICE, WSJF, CD3, value and effort: benefits multiplied (WSJF: added), divided by the cost where there is one. */
export function scoreRatio(framework: Framework, values: Values): ScoredResult | InvalidResult {
  const { method } = framework
  const terms = ratioTerms(framework, values)
  const divisor = terms.find((term) => term.role === "divisor")
  const upper = terms.filter((term) => term !== divisor)
  const adds = method === "wsjf"
  const top = adds
    ? upper.reduce((sum, term) => sum + term.value, 0)
    : upper.reduce((product, term) => product * term.value, 1)
  const score = settle(divisor ? top / divisor.value : top)
  if (!Number.isFinite(score)) return unusable(terms)
  const sign = adds ? " + " : " × "
  const over = (text: string, below: string) =>
    divisor ? `${upper.length > 1 ? `(${text})` : text} / ${below}` : text
  const shown = formatScore(method, score)
  const worked = over(
    upper.map(({ value }) => formatInput(value)).join(sign),
    divisor ? formatInput(divisor.value) : "",
  )
  const quadrant = quadrantOf(framework, values)
  return {
    status: "scored",
    score,
    terms,
    formula: over(upper.map(({ name }) => name).join(sign), divisor?.name ?? ""),
    worked: `${worked} = ${shown}`,
    sentence: sentenceFor(framework, shown, settle(top), upper, divisor, quadrant),
    ...(quadrant && { category: quadrant }),
  }
}

const unusable = (terms: ScoreTerm[]): InvalidResult => ({
  status: "invalid",
  problems: terms.map(({ criterion, name }) => ({ criterion, message: `${name} has no usable value` })),
})

function ratioTerms(framework: Framework, values: Values): ScoreTerm[] {
  const divisor = divisorOf(framework)
  return framework.criteria.map(({ key, name }) => {
    const value = values[key] ?? Number.NaN
    if (key === divisor?.key) return { criterion: key, name, value, role: "divisor", contribution: null }
    if (framework.method !== "wsjf")
      return { criterion: key, name, value, role: "factor", contribution: null }
    const below = divisor ? (values[divisor.key] ?? Number.NaN) : 1
    return { criterion: key, name, value, role: "added", contribution: settle(value / below) }
  })
}

function sentenceFor(
  { method, name, period }: Framework,
  shown: string,
  top: number,
  upper: ScoreTerm[],
  divisor: ScoreTerm | undefined,
  quadrant: string | undefined,
): string {
  const parts = upper.map((term) => `${term.name.toLowerCase()} ${formatInput(term.value)}`).join(", ")
  const per = period ? ` (people per ${period.replace("_", "-")})` : ""
  const below = divisor ? `divided by ${divisor.name.toLowerCase()} ${formatInput(divisor.value)}` : ""
  const named = quadrant ? `, ${quadrant.toLowerCase()}` : ""
  if (upper.length === 1) return `${name} is ${shown}${named}: ${parts}${per} ${below}.`
  const what = method === "wsjf" ? "add up" : "multiply"
  return `${name} is ${shown}: ${parts}${per} ${what} to ${formatInput(top)}${below && `, ${below}`}.`
}

/** Opportunity = importance × (1 − satisfaction), both 0 to 1 (Olsen 2015). */
export function scoreOpportunity(framework: Framework, values: Values): ScoredResult | InvalidResult {
  const terms = framework.criteria.map(
    ({ key, name }): ScoreTerm => ({
      criterion: key,
      name,
      value: values[key] ?? Number.NaN,
      role: "factor",
      contribution: null,
    }),
  )
  const [importance, satisfaction] = ["importance", "satisfaction"].map((key) =>
    terms.find(({ criterion }) => criterion === key),
  ) as [ScoreTerm, ScoreTerm]
  const open = settle(1 - satisfaction.value)
  const score = settle(importance.value * open)
  if (!Number.isFinite(score)) return unusable(terms)
  const shown = formatScore(framework.method, score)
  const [high, low] = [formatInput(importance.value), formatInput(satisfaction.value)]
  return {
    status: "scored",
    score,
    terms,
    formula: `${importance.name} × (1 − ${satisfaction.name})`,
    worked: `${high} × (1 − ${low}) = ${shown}`,
    sentence: `${framework.name} is ${shown} of 1: ${importance.name.toLowerCase()} ${high} times ${formatInput(open)}, which ${satisfaction.name.toLowerCase()} ${low} leaves open.`,
  }
}
