import type { Criterion, Scale } from "@/server/scoring/domain/criterion"
import type { Framework } from "@/server/scoring/domain/framework"
import { isWeighted } from "@/server/scoring/domain/framework"
import { frameworkSchema, RESERVED_KEYS } from "@/server/scoring/domain/framework-rules"
import { usesPoints, type Weighting } from "@/server/scoring/domain/weighting"
import { typedNumber } from "../grid/prepare-entry"
import {
  type CriterionDraft,
  draftKeys,
  type FrameworkDraft,
  judgementOf,
  keyOf,
  orderOf,
} from "./prepare-draft"

export type Problems = Record<string, string>

const NUMBER = "Enter a number, such as 0 or 12.5"

/** Lines such as "3 = Medium": the number before the sign and the text after it. */
function readLines(
  lines: string,
): { pairs: { number: number; rest: string; typed: string }[] } | { bad: string } {
  const pairs: { number: number; rest: string; typed: string }[] = []
  for (const line of lines.split("\n").filter((one) => one.trim() !== "")) {
    const [typed = "", ...rest] = line.split("=")
    const number = typedNumber(typed)
    if (number === undefined) return { bad: line.trim() }
    pairs.push({ number, rest: rest.join("=").trim(), typed: typed.trim() })
  }
  return { pairs }
}

/** The scale as typed; problems are added at their fields. */
function readScale(draft: CriterionDraft, at: string, problems: Problems): Scale {
  if (draft.kind === "choices") {
    const read = readLines(draft.choices)
    if ("bad" in read)
      problems[`${at}.choices`] = `“${read.bad}”: write the value, = and its name, such as 3 = Medium`
    const pairs = "pairs" in read ? read.pairs : []
    return {
      kind: "choices",
      choices: pairs.map(({ number, rest, typed }) => ({ value: number, label: rest || typed })),
    }
  }
  const number = (field: "min" | "max" | "step") => {
    const value = typedNumber(draft[field])
    if (value === undefined) problems[`${at}.${field}`] = NUMBER
    return value ?? 0
  }
  const step = draft.step.trim() === "" ? {} : { step: number("step") }
  return {
    kind: "range",
    min: number("min"),
    max: number("max"),
    ...step,
    ...(draft.whole && { integer: true }),
  }
}

function readLevels({ levels }: CriterionDraft, at: string, problems: Problems): Criterion["levels"] {
  const read = readLines(levels)
  const points =
    "pairs" in read ? read.pairs.map(({ number, rest }) => ({ at: number, value: typedNumber(rest) })) : []
  if ("bad" in read || points.some(({ value }) => value === undefined))
    problems[`${at}.levels`] =
      "Write one level per line: the entry, = and its value from 0 to 1, such as 50 = 0.8"
  return points.length > 0 ? points.map(({ at, value }) => ({ at, value: value ?? 0 })) : undefined
}

function readCriterion(
  draft: CriterionDraft,
  at: string,
  key: string,
  uses: { levels: boolean; points: boolean },
  problems: Problems,
): Criterion {
  const { name, help, unit, direction, low, high } = draft
  const weight = typedNumber(draft.weight)
  if (uses.points && weight === undefined) problems[`${at}.weight`] = NUMBER
  const levels = uses.levels && draft.kind === "range" ? readLevels(draft, at, problems) : undefined
  return {
    key,
    name,
    help,
    unit,
    direction,
    scale: readScale(draft, at, problems),
    ...((low.trim() || high.trim()) && { ends: { low, high } }),
    ...(uses.points && weight !== undefined && { weight }),
    ...(levels && { levels }),
  }
}

/** The criteria as typed; what cannot be read stands in as zero, with its problem added. */
export function readCriteria(
  draft: FrameworkDraft,
  keys: readonly string[],
  problems: Problems,
): Criterion[] {
  const levels = isWeighted(draft)
  const uses = { levels, points: levels && usesPoints(draft.way) }
  return draft.criteria.map((criterion, index) =>
    readCriterion(criterion, `criteria.${index}`, keys[index]!, uses, problems),
  )
}

function readWeighting(draft: FrameworkDraft, keys: readonly string[]): Weighting {
  const { way, criteria, judgements } = draft
  const keyById = new Map(criteria.map(({ id }, index) => [id, keys[index]!]))
  if (way === "rank_order") return { way, order: orderOf(draft).map((id) => keyById.get(id)!) }
  if (way !== "pairwise") return { way }
  const given = criteria.flatMap((first, index) =>
    criteria.slice(index + 1).flatMap((second) => {
      const value = judgementOf(judgements, first.id, second.id)
      return value === undefined
        ? []
        : [{ first: keyById.get(first.id)!, second: keyById.get(second.id)!, value }]
    }),
  )
  return { way, judgements: given }
}

/** What only some methods have. */
function readOptions(draft: FrameworkDraft, keys: readonly string[], problems: Problems): Partial<Framework> {
  const { method } = draft
  if (method === "rice") return { period: draft.period }
  if (method === "value_effort") {
    const number = (field: "value" | "effort") => {
      const value = typedNumber(draft.thresholds[field])
      if (value === undefined) problems[`thresholds.${field}`] = NUMBER
      return value ?? 0
    }
    return { thresholds: { value: number("value"), effort: number("effort") } }
  }
  if (method === "expression") {
    const definitions = draft.parts.map(({ name, expression }) => ({ name, expression }))
    return { expression: draft.expression, ...(definitions.length > 0 && { definitions }) }
  }
  if (!isWeighted(draft)) return {}
  const weighting = readWeighting(draft, keys)
  return weighting.way === "direct" ? {} : { weighting }
}

/** Where a message of the schema is shown: "criteria.0.scale.max" at the field `criteria.0.max`. */
function fieldOf(path: readonly PropertyKey[], criteria: readonly CriterionDraft[]): string {
  const [list, index, field, ...rest] = path.map(String)
  if (list !== "criteria" || index === undefined || field === undefined) return path.map(String).join(".")
  if (field === "levels") return `criteria.${index}.levels`
  if (field !== "scale" && field !== "ends") return `criteria.${index}.${field === "key" ? "name" : field}`
  const inside = rest[0]
  if (inside && ["min", "max", "step", "low", "high"].includes(inside)) return `criteria.${index}.${inside}`
  return `criteria.${index}.${criteria[Number(index)]?.kind === "choices" ? "choices" : "min"}`
}

const criterionOf = (field: string) => field.split(".", 2).join(".")

/** The definition as it would be published, or the messages at the fields. The rules are those of the server. */
export function readDraft(draft: FrameworkDraft): { definition: Framework } | { problems: Problems } {
  const problems: Problems = {}
  const { name, method, description, source } = draft
  const keys = draftKeys(draft)
  const criteria = readCriteria(draft, keys, problems)
  const parsed = frameworkSchema.safeParse({
    key: draft.key || keyOf(name, new Set(RESERVED_KEYS)),
    name,
    method,
    description,
    source,
    ...readOptions(draft, keys, problems),
    criteria,
  })
  const unread = new Set(Object.keys(problems).map(criterionOf))
  for (const { path, message } of parsed.success ? [] : parsed.error.issues) {
    const field = fieldOf(path, draft.criteria)
    // What could not be read stands in as zero: the schema's view of it would mislead.
    if (!unread.has(criterionOf(field)) || /\.(name|unit|help|low|high)$/.test(field))
      problems[field] ??= message
  }
  return parsed.success && Object.keys(problems).length === 0 ? { definition: parsed.data } : { problems }
}

/** Messages of the server at the fields of the form; a taken key is about the name it was made from. */
export function serverProblems(fields: Record<string, string>, draft: FrameworkDraft): Problems {
  return Object.fromEntries(
    Object.entries(fields).map(([path, message]) => {
      const inside = path.replace(/^definition\./, "")
      return [inside === "key" ? "name" : fieldOf(inside.split("."), draft.criteria), message]
    }),
  )
}
