import type { Criterion, Scale } from "@/server/scoring/domain/criterion"
import { type Framework, frameworkSchema } from "@/server/scoring/domain/framework"
import { typedNumber } from "../grid/prepare-entry"

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
  low: string
  high: string
  weight: string
}

export type FrameworkDraft = Pick<
  Framework,
  "key" | "name" | "method" | "description" | "source" | "period"
> & {
  criteria: CriterionDraft[]
}

const text = (value: number | undefined) => (value === undefined ? "" : String(value))

function criterionDraft(criterion: Criterion): CriterionDraft {
  const { scale, ends, weight, ...rest } = criterion
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
    low: ends?.low ?? "",
    high: ends?.high ?? "",
    weight: text(weight),
  }
}

export const draftOf = ({ criteria, ...framework }: Framework): FrameworkDraft => ({
  ...framework,
  criteria: criteria.map(criterionDraft),
})

/** An empty criterion of a weighted framework. */
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

export type Problems = Record<string, string>

const NUMBER = "Enter a number, such as 0 or 12.5"

function readChoices(lines: string): { choices: { value: number; label: string }[] } | { problem: string } {
  const choices: { value: number; label: string }[] = []
  for (const line of lines.split("\n").filter((one) => one.trim() !== "")) {
    const [number = "", ...label] = line.split("=")
    const value = typedNumber(number)
    if (value === undefined)
      return { problem: `“${line.trim()}”: write the value, = and its name, such as 3 = Medium` }
    choices.push({ value, label: label.join("=").trim() || number.trim() })
  }
  return { choices }
}

/** The scale as typed; problems are added at their fields. */
function readScale(draft: CriterionDraft, at: string, problems: Problems): Scale {
  if (draft.kind === "choices") {
    const read = readChoices(draft.choices)
    if ("problem" in read) problems[`${at}.choices`] = read.problem
    return { kind: "choices", choices: "choices" in read ? read.choices : [] }
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

function readCriterion(
  draft: CriterionDraft,
  at: string,
  key: string,
  weighted: boolean,
  problems: Problems,
): Criterion {
  const { name, help, unit, direction, low, high } = draft
  const weight = typedNumber(draft.weight)
  if (weighted && weight === undefined) problems[`${at}.weight`] = NUMBER
  return {
    key,
    name,
    help,
    unit,
    direction,
    scale: readScale(draft, at, problems),
    ...((low.trim() || high.trim()) && { ends: { low, high } }),
    ...(weighted && weight !== undefined && { weight }),
  }
}

/** Where a message of the schema is shown: "criteria.0.scale.max" at the field `criteria.0.max`. */
function fieldOf(path: readonly PropertyKey[], criteria: readonly CriterionDraft[]): string {
  const [list, index, field, ...rest] = path.map(String)
  if (list !== "criteria" || index === undefined || field === undefined) return path.map(String).join(".")
  if (field !== "scale" && field !== "ends") return `criteria.${index}.${field === "key" ? "name" : field}`
  const inside = rest[0]
  if (inside && ["min", "max", "step", "low", "high"].includes(inside)) return `criteria.${index}.${inside}`
  return `criteria.${index}.${criteria[Number(index)]?.kind === "choices" ? "choices" : "min"}`
}

const criterionOf = (field: string) => field.split(".", 2).join(".")

/** The definition as it would be published, or the messages at the fields. The rules are those of the server. */
export function readDraft(draft: FrameworkDraft): { definition: Framework } | { problems: Problems } {
  const problems: Problems = {}
  const taken = new Set(draft.criteria.map(({ key }) => key).filter(Boolean))
  const criteria = draft.criteria.map((criterion, index) => {
    const key = criterion.key || keyOf(criterion.name, taken)
    taken.add(key)
    return readCriterion(criterion, `criteria.${index}`, key, draft.method === "weighted_sum", problems)
  })
  const parsed = frameworkSchema.safeParse({
    ...draft,
    key: draft.key || keyOf(draft.name, new Set()),
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

/** "40 %": what a weight comes to among the others; nothing while one cannot be read. */
export function weightShare(draft: FrameworkDraft, index: number): string {
  const weights = draft.criteria.map(({ weight }) => typedNumber(weight) ?? 0)
  const sum = weights.reduce((total, weight) => total + weight, 0)
  return sum > 0 ? `${Math.round(((weights[index] ?? 0) / sum) * 100)} %` : ""
}

/** True when the scale of a criterion differs from the published one: its weight then has to be thought over. */
export function scaleChanged(published: Criterion | undefined, draft: CriterionDraft): boolean {
  if (!published) return false
  const before = criterionDraft(published)
  const fields = draft.kind === "choices" ? (["kind", "choices"] as const) : (["kind", "min", "max"] as const)
  return fields.some((field) => before[field] !== draft[field])
}
