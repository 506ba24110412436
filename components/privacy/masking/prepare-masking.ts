import { HIDDEN, type MaskKind, type MaskRule, maskText } from "@/server/privacy/domain/mask-rule"
import { sampleOf } from "@/server/privacy/domain/mask-samples"

type Rules = Readonly<Record<string, MaskRule>>

/** What stands in a cell: the rule, whether somebody made it, and what is left of the sample. */
export function maskCell({ rules }: { rules: Rules }, classKey: string) {
  const ruled = Object.hasOwn(rules, classKey)
  const rule = ruled ? rules[classKey]! : HIDDEN
  return { ruled, rule, sample: maskText(rule, sampleOf(classKey)) }
}

/** A rule as the form holds it: empty kind for no rule. */
export type RuleDraft = { kind: MaskKind | ""; keep: string }

export function draftOf(rule: MaskRule | undefined): RuleDraft {
  if (!rule) return { kind: "", keep: "4" }
  return { kind: rule.kind, keep: "keep" in rule ? String(rule.keep) : "4" }
}

/** The rule of a draft; undefined for none. A number that is none stays one that the schema refuses. */
export function ruleOf({ kind, keep }: RuleDraft): MaskRule | undefined {
  if (kind === "") return undefined
  if (kind === "partial" || kind === "truncate") {
    return { kind, keep: keep.trim() === "" ? Number.NaN : Number(keep) }
  }
  return { kind }
}
