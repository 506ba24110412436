import { HIDDEN, type MaskRule, maskWords } from "./mask-rule"

export type PlanField = { name: string; type: string; classKey: string | null }
export type PlanConsent = {
  purpose: string
  roleName: string
  /** Name of the asset that holds the flags; null: the flags stand in the asset itself. */
  flagTable: string | null
  flagColumn: string
  joinKey: string
  /** Type of the join key where it is known, as registered. */
  joinType: string
}
export type PlanAsset = {
  name: string
  kind: string
  fields: readonly PlanField[]
  consents: readonly PlanConsent[]
}
export type PlanRole = { name: string; rules: Readonly<Record<string, MaskRule>> }

/** Everything that a policy export needs, in the names of the warehouse. */
export type MaskPlan = { roles: readonly PlanRole[]; assets: readonly PlanAsset[] }

/** What comes out: the text to run, and what has no form in it, one sentence each. */
export type PolicyText = { sql: string; notes: string[] }

/** The rule of a role for a class. Without a rule, and without a class: nothing is shown. */
export const ruleFor = (role: PlanRole, classKey: string | null): MaskRule =>
  classKey !== null && Object.hasOwn(role.rules, classKey) ? role.rules[classKey]! : HIDDEN

export type ColumnFamily = "text" | "number" | "date" | "timestamp" | "other"

/** What a registered type holds, whatever system it was written for. */
export function columnFamily(type: string): ColumnFamily {
  const word = type.toLowerCase().trim()
  if (/timestamp|datetime/.test(word)) return "timestamp"
  if (/^date\b/.test(word)) return "date"
  if (
    /^(big|small|tiny|medium)?int|^integer|^num|^dec|float|double|real|money|serial|^bignumeric/.test(word)
  ) {
    return "number"
  }
  if (/char|text|string|clob|citext/.test(word) || word === "") return "text"
  return "other"
}

/** A mask that makes a text cannot stand in a column of figures or days: nothing is shown there instead. */
export function fittingRule(rule: MaskRule, family: ColumnFamily): MaskRule {
  const makesText = ["hash", "partial", "truncate", "redact"].includes(rule.kind)
  const dated = family === "date" || family === "timestamp"
  if (rule.kind === "year") return dated || family === "text" ? rule : HIDDEN
  return makesText && family !== "text" ? HIDDEN : rule
}

/** The same for a view, whose columns may become text: only the year needs a date. */
export function viewRule(rule: MaskRule, family: ColumnFamily): MaskRule {
  return rule.kind === "year" && (family === "number" || family === "other") ? HIDDEN : rule
}

/** "e-mail: Hash" for the comment beside a column. */
export const columnNote = (field: PlanField, rule: MaskRule) =>
  `${field.classKey ?? "unclassified"}: ${maskWords(rule).toLowerCase()}`
