import type { Criterion, Scale } from "@/server/scoring/domain/criterion"
import type { Framework } from "@/server/scoring/domain/framework"
import type { WeightingWay } from "@/server/scoring/domain/weighting"

/** A criterion while it is edited: numbers stay as typed. */
export type CriterionDraft = {
  /** Stable while editing; the key is made from the name when a new criterion is published. */
  id: string
  key: string
  name: string
  help: string
  unit: string
  direction: Criterion["direction"]
  kind: Scale["kind"]
  min: string
  max: string
  step: string
  whole: boolean
  /** One choice per line: "3 = Medium". */
  choices: string
  /** One level of the value function per line: "50 = 0.8". Empty: linear over the range. */
  levels: string
  low: string
  high: string
  weight: string
}

export type PartDraft = { id: string; name: string; expression: string }

export type FrameworkDraft = Pick<
  Framework,
  "key" | "name" | "method" | "description" | "source" | "period"
> & {
  criteria: CriterionDraft[]
  thresholds: { value: string; effort: string }
  way: WeightingWay
  /** Ids of criteria, most important first; those not listed follow in their own order. */
  order: string[]
  /** How much more important the first is, by "first id second id". */
  judgements: Record<string, number>
  expression: string
  parts: PartDraft[]
}

const text = (value: number | undefined) => (value === undefined ? "" : String(value))

function criterionDraft(criterion: Criterion): CriterionDraft {
  const { scale, ends, weight, levels, ...rest } = criterion
  const range = scale.kind === "range" ? scale : undefined
  return {
    ...rest,
    id: criterion.key,
    kind: scale.kind,
    min: text(range?.min),
    max: text(range?.max),
    step: text(range?.step),
    whole: range?.integer ?? false,
    choices:
      scale.kind === "choices"
        ? scale.choices.map(({ value, label }) => `${value} = ${label}`).join("\n")
        : "",
    levels: (levels ?? []).map(({ at, value }) => `${at} = ${value}`).join("\n"),
    low: ends?.low ?? "",
    high: ends?.high ?? "",
    weight: text(weight),
  }
}

export const pairName = (first: string, second: string) => `${first} ${second}`

export function draftOf(framework: Framework): FrameworkDraft {
  const { criteria, thresholds, weighting, expression = "", definitions = [], ...rest } = framework
  const judgements = weighting?.way === "pairwise" ? weighting.judgements : []
  return {
    ...rest,
    criteria: criteria.map(criterionDraft),
    thresholds: { value: text(thresholds?.value), effort: text(thresholds?.effort) },
    way: weighting?.way ?? "direct",
    order: weighting?.way === "rank_order" ? [...weighting.order] : [],
    judgements: Object.fromEntries(
      judgements.map(({ first, second, value }) => [pairName(first, second), value]),
    ),
    expression,
    parts: definitions.map((part, index) => ({ id: `part${index}`, ...part })),
  }
}

/** An empty criterion. */
export const newCriterion = (id: string): CriterionDraft => ({
  id,
  key: "",
  name: "",
  help: "",
  unit: "points",
  direction: "benefit",
  kind: "range",
  min: "0",
  max: "10",
  step: "1",
  whole: false,
  choices: "1 = Low\n2 = Medium\n3 = High",
  levels: "",
  low: "",
  high: "",
  weight: "",
})

/** "Strategic fit" → "strategic_fit"; a second one gets a number. Starts with a letter, at most 40 characters. */
export function keyOf(name: string, taken: ReadonlySet<string>): string {
  const ascii = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()
  const plain = ascii.replace(/[^a-z0-9]+/g, "_").replace(/^[^a-z]+|_+$/g, "")
  const base = plain.slice(0, 36).replace(/_+$/, "") || "criterion"
  for (let number = 1; ; number++) {
    const key = number === 1 ? base : `${base}_${number}`
    if (!taken.has(key)) return key
  }
}

/** The keys under which the criteria would be published, in their order. */
export function draftKeys({ criteria }: Pick<FrameworkDraft, "criteria">): string[] {
  const taken = new Set(criteria.map(({ key }) => key).filter(Boolean))
  return criteria.map(({ key, name }) => {
    const made = key || keyOf(name, taken)
    taken.add(made)
    return made
  })
}

/** The ids of all criteria in the order of importance. */
export function orderOf({ criteria, order }: Pick<FrameworkDraft, "criteria" | "order">): string[] {
  const ids = criteria.map(({ id }) => id)
  return [...order.filter((id) => ids.includes(id)), ...ids.filter((id) => !order.includes(id))]
}

/** How much more important the first is than the second; undefined while the pair is not judged. */
export function judgementOf(
  judgements: FrameworkDraft["judgements"],
  first: string,
  second: string,
): number | undefined {
  const given = judgements[pairName(first, second)]
  if (given !== undefined) return given
  const other = judgements[pairName(second, first)]
  return other === undefined ? undefined : 1 / other
}

/** True when the scale of a criterion differs from the published one: its weight then has to be thought over. */
export function scaleChanged(published: Criterion | undefined, draft: CriterionDraft): boolean {
  if (!published) return false
  const before = criterionDraft(published)
  const fields =
    draft.kind === "choices"
      ? (["kind", "choices", "unit"] as const)
      : (["kind", "min", "max", "unit", "levels"] as const)
  return fields.some((field) => before[field] !== draft[field])
}
