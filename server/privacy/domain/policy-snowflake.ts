import {
  type ColumnFamily,
  columnFamily,
  fittingRule,
  type MaskPlan,
  type PlanAsset,
  type PlanConsent,
  type PlanRole,
  type PolicyText,
  ruleFor,
} from "./mask-plan"
import type { MaskRule } from "./mask-rule"
import { kindProblem } from "./policy-views"
import { comment, nameProblem, quoteName, quotePath, quoteText } from "./sql-quote"

const name = (text: string) => quoteName("snowflake", text)
const path = (text: string) => quotePath("snowflake", text)
const text = (value: string) => quoteText("snowflake", value)

/** A policy takes and returns one data type, which has to be the column's. */
const TYPES: Record<Exclude<ColumnFamily, "other">, string> = {
  text: "varchar",
  number: "number",
  date: "date",
  timestamp: "timestamp_ntz",
}

function masked(rule: MaskRule): string {
  switch (rule.kind) {
    case "none":
      return "val"
    case "null":
      return "null"
    case "hash":
      return "sha2(val, 256)"
    case "partial":
      return `iff(length(val) > ${rule.keep}, repeat('*', length(val) - ${rule.keep}) || right(val, ${rule.keep}), repeat('*', length(val)))`
    case "truncate":
      return `left(val, ${rule.keep})`
    case "year":
      return "date_trunc('year', val)"
    case "redact":
      return "iff(val is null, null, '[redacted]')"
  }
}

const inText = (rule: MaskRule) =>
  rule.kind === "year"
    ? "iff(regexp_like(val, '[0-9]{4}-[0-9]{2}-[0-9]{2}.*'), left(val, 4) || '-01-01', null)"
    : masked(rule)

/** The role as SHOW ROLES writes it: plain names in capitals. */
const storedRole = (role: string) => (/^[A-Za-z_][A-Za-z0-9_$]*$/.test(role) ? role.toUpperCase() : role)

function policyBody(
  roles: readonly PlanRole[],
  classKey: string | null,
  family: Exclude<ColumnFamily, "other">,
): string[] {
  const cases = roles.flatMap((role) => {
    const rule = fittingRule(ruleFor(role, classKey), family)
    const value = family === "text" ? inText(rule) : masked(rule)
    return rule.kind === "null"
      ? []
      : [`  when is_role_in_session(${text(storedRole(role.name))}) then ${value}`]
  })
  return cases.length === 0 ? ["  null;"] : ["  case", ...cases, "  else null end;"]
}

function rowPolicy(asset: PlanAsset, consents: readonly PlanConsent[], notes: string[]): string[] {
  const own = consents.filter(({ flagTable }) => flagTable === null)
  const joined = consents.filter(({ flagTable }) => flagTable !== null)
  const columns = [
    ...new Set([...own.map(({ flagColumn }) => flagColumn), ...joined.map(({ joinKey }) => joinKey)]),
  ]
  const argument = new Map(columns.map((column, index) => [column, `arg_${index + 1}`]))
  const typeOf = (column: string) => {
    if (own.some(({ flagColumn }) => flagColumn === column)) return "boolean"
    const type = joined.find(({ joinKey }) => joinKey === column)?.joinType ?? ""
    const family = columnFamily(type)
    if (family !== "other") return TYPES[family]
    notes.push(
      `${asset.name}: the type of ${column} is taken for varchar; change it in the row access policy if it differs`,
    )
    return "varchar"
  }
  const conditions = consents.map((consent) => {
    const flag =
      consent.flagTable === null
        ? `${argument.get(consent.flagColumn)} = true`
        : `exists (select 1 from ${path(consent.flagTable)} c where c.${name(consent.joinKey)} = ${argument.get(consent.joinKey)} and c.${name(consent.flagColumn)} = true)`
    return `(not is_role_in_session(${text(storedRole(consent.roleName))}) or ${flag}) ${comment(`consent: ${consent.purpose}`)}`
  })
  const policy = name(`plumbline consent ${asset.name}`)
  return [
    "",
    comment(`Rows without consent of ${asset.name}`),
    `alter table ${path(asset.name)} drop all row access policies;`,
    `create or replace row access policy ${policy} as (${columns.map((column) => `${argument.get(column)} ${typeOf(column)}`).join(", ")}) returns boolean ->`,
    ...conditions.map((condition, index) => `  ${index === 0 ? "" : "and "}${condition}`),
    "  ;",
    `alter table ${path(asset.name)} add row access policy ${policy} on (${columns.map(name).join(", ")});`,
  ]
}

function leftOut(asset: PlanAsset): string | undefined {
  const kind = kindProblem(asset)
  if (kind) return kind
  if (asset.name.split(".").length > 3) return "Snowflake names are database.schema.table at most"
  const parts = [...asset.name.split("."), ...asset.fields.map((field) => field.name)]
  return parts.map((part) => nameProblem("snowflake", part)).find(Boolean)
}

/**
 * Masking policies per class and data type, and row access policies for consent. Every role that has no rule sees nothing,
 * the owner included: the header says so.
 */
export function snowflakePolicy(plan: MaskPlan): PolicyText {
  const notes: string[] = []
  const assets = plan.assets.filter((asset) => {
    const problem = leftOut(asset)
    if (problem) notes.push(`${asset.name} is left out: ${problem}`)
    return problem === undefined
  })
  const policies = new Map<string, string[]>()
  const settings = assets.flatMap((asset) => {
    const set = asset.fields.flatMap((field) => {
      const family = columnFamily(field.type)
      if (family === "other") {
        notes.push(`${asset.name}.${field.name} (${field.type}) has a type without a mask; it stays as it is`)
        return []
      }
      if (plan.roles.length > 0 && plan.roles.every((role) => ruleFor(role, field.classKey).kind === "none"))
        return []
      const policy = name(`plumbline_${field.classKey ?? "unclassified"}_${family}`)
      policies.set(policy, [
        "",
        `create masking policy if not exists ${policy} as (val ${TYPES[family]}) returns ${TYPES[family]} -> null;`,
        `alter masking policy ${policy} set body ->`,
        ...policyBody(plan.roles, field.classKey, family),
      ])
      return [
        `alter ${asset.kind} ${path(asset.name)} modify column ${name(field.name)} set masking policy ${policy} force;`,
      ]
    })
    return set.length > 0 ? ["", comment(asset.name), ...set] : []
  })
  const rows = assets.flatMap((asset) =>
    asset.consents.length > 0 ? rowPolicy(asset, asset.consents, notes) : [],
  )
  const lines = [
    comment("Masking policies for Snowflake, written by Plumbline."),
    comment("Run it with a database and schema chosen, by a role that may create and apply policies."),
    comment(
      "A role without a rule sees nothing, the owner of the table too: give pipelines a role with a rule.",
    ),
    comment("A hash without salt still points to one person: pseudonymous, not anonymous."),
    ...[...policies.values()].flat(),
    ...settings,
    ...rows,
  ]
  return { sql: `${lines.join("\n")}\n`, notes }
}
