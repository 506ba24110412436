import { z } from "zod"

export const MASK_KINDS = ["none", "null", "hash", "partial", "truncate", "year", "redact"] as const
export type MaskKind = (typeof MASK_KINDS)[number]

export const MASK_KIND_LABELS: Record<MaskKind, string> = {
  none: "Plain",
  null: "Nothing",
  hash: "Hash",
  partial: "Last characters",
  truncate: "First characters",
  year: "Year only",
  redact: "“[redacted]”",
}

const keep = z.number("Give a number").int("Give a whole number").min(1, "At least 1").max(64, "At most 64")

/** What a role sees of a value. `keep` counts characters that stay. */
export const maskRule = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("none") }),
  z.object({ kind: z.literal("null") }),
  z.object({ kind: z.literal("hash") }),
  z.object({ kind: z.literal("partial"), keep }),
  z.object({ kind: z.literal("truncate"), keep }),
  z.object({ kind: z.literal("year") }),
  z.object({ kind: z.literal("redact") }),
])
export type MaskRule = z.output<typeof maskRule>

/** Where nobody made a rule, a role sees nothing: also of fields that nobody has classified. */
export const HIDDEN: MaskRule = { kind: "null" }

/** "Last 4 characters", "Hash". */
export function maskWords(rule: MaskRule): string {
  if (rule.kind === "partial") return `Last ${rule.keep}`
  if (rule.kind === "truncate") return `First ${rule.keep}`
  return MASK_KIND_LABELS[rule.kind]
}

/** A text as the role sees it; null stays null. Same rules as the exported SQL, which the tests run. */
export function maskText(rule: MaskRule, value: string | null): string | null {
  if (value === null) return null
  const letters = [...value]
  switch (rule.kind) {
    case "none":
      return value
    case "null":
      return null
    case "hash":
      return "64 hex digits"
    case "partial":
      return letters.length > rule.keep
        ? "*".repeat(letters.length - rule.keep) + letters.slice(-rule.keep).join("")
        : "*".repeat(letters.length)
    case "truncate":
      return letters.slice(0, rule.keep).join("")
    case "year":
      return /^\d{4}-\d{2}-\d{2}/.test(value) ? `${value.slice(0, 4)}-01-01` : null
    case "redact":
      return "[redacted]"
  }
}
