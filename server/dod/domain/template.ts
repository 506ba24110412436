import { z } from "zod"

const TEMPLATE_LIMITS = { checks: 60, title: 200, help: 2_000, note: 2_000 } as const

/** What a person hands in when marking a manual check. "either": a link or a file. */
export const EVIDENCE = ["none", "link", "file", "either"] as const
export type Evidence = (typeof EVIDENCE)[number]
export const EVIDENCE_LABELS: Record<Evidence, string> = {
  none: "No evidence needed",
  link: "Link needed",
  file: "File needed",
  either: "Link or file needed",
}

export const LEVELS = ["required", "advisory"] as const
export type Level = (typeof LEVELS)[number]
export const LEVEL_LABELS: Record<Level, string> = { required: "Required", advisory: "Advisory" }

const key = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, "A check's key has lower-case letters, digits and hyphens")
const level = z.enum(LEVELS)
const help = z
  .string()
  .trim()
  .max(
    TEMPLATE_LIMITS.help,
    `The explanation has at most ${TEMPLATE_LIMITS.help.toLocaleString("en-GB")} characters`,
  )
  .default("")

const manualCheck = z
  .object({
    kind: z.literal("manual"),
    key,
    title: z
      .string()
      .trim()
      .min(1, "Say what has to be true")
      .max(TEMPLATE_LIMITS.title, `A check has at most ${TEMPLATE_LIMITS.title} characters`),
    help,
    evidence: z.enum(EVIDENCE),
    level,
  })
  .strict()

const computedCheck = z
  .object({
    kind: z.literal("computed"),
    key,
    /** An id of the registry in server/dod/checks.ts. */
    check: z.string().min(1).max(60),
    params: z.record(z.string().max(40), z.number().int()).default({}),
    level,
  })
  .strict()

const checkSchema = z.discriminatedUnion("kind", [manualCheck, computedCheck])
export type Check = z.infer<typeof checkSchema>
export type ManualCheck = z.infer<typeof manualCheck>
export type ComputedCheck = z.infer<typeof computedCheck>

/** A Definition of Done: its checks, in the order people read them. */
export const templateSchema = z
  .object({
    checks: z
      .array(checkSchema)
      .max(TEMPLATE_LIMITS.checks, `A Definition of Done has at most ${TEMPLATE_LIMITS.checks} checks`),
    /** Why this version: read by whoever moves a checklist to it. */
    note: z.string().trim().max(TEMPLATE_LIMITS.note, "The note is too long").default(""),
  })
  .strict()
  .superRefine(({ checks }, ctx) => {
    const seen = new Set<string>()
    checks.forEach((check, index) => {
      if (seen.has(check.key))
        ctx.addIssue({
          code: "custom",
          path: ["checks", index, "key"],
          message: `Two checks have the key ${check.key}`,
        })
      seen.add(check.key)
    })
  })
export type Template = z.infer<typeof templateSchema>

/** Why a draft cannot be published yet; undefined when it can. */
export function publishProblem({ checks }: Template): string | undefined {
  if (checks.length === 0) return "Add at least one check first"
  if (!checks.some(({ level: its }) => its === "required")) return "Make at least one check required"
  return undefined
}

const sameParams = (a: ComputedCheck["params"], b: ComputedCheck["params"]) =>
  Object.keys({ ...a, ...b }).every((name) => a[name] === b[name])

/** True when an answer to the one also answers the other. Being required or advisory asks nothing else of people. */
export function asksTheSame(a: Check, b: Check): boolean {
  if (a.kind === "manual" && b.kind === "manual")
    return a.title === b.title && a.evidence === b.evidence && a.help === b.help
  if (a.kind === "computed" && b.kind === "computed")
    return a.check === b.check && sameParams(a.params, b.params)
  return false
}

type TemplateDiff = {
  added: Check[]
  removed: Check[]
  changed: { before: Check; after: Check; keepsAnswers: boolean }[]
  kept: number
}

/** What a newer version asks differently, check by check. The order alone is no difference. */
export function diffTemplates(before: Template, after: Template): TemplateDiff {
  const was = new Map(before.checks.map((check) => [check.key, check]))
  const is = new Map(after.checks.map((check) => [check.key, check]))
  const changed: TemplateDiff["changed"] = []
  let kept = 0
  for (const check of after.checks) {
    const former = was.get(check.key)
    if (!former) continue
    const keepsAnswers = asksTheSame(former, check)
    if (keepsAnswers && former.level === check.level) kept++
    else changed.push({ before: former, after: check, keepsAnswers })
  }
  return {
    added: after.checks.filter((check) => !was.has(check.key)),
    removed: before.checks.filter((check) => !is.has(check.key)),
    changed,
    kept,
  }
}
