import {
  type ColumnFamily,
  columnFamily,
  columnNote,
  type MaskPlan,
  type PlanAsset,
  type PlanConsent,
  type PlanRole,
  type PolicyText,
  ruleFor,
  viewRule,
} from "./mask-plan"
import type { MaskRule } from "./mask-rule"
import { comment, nameProblem, quoteName, quotePath, quoteText } from "./sql-quote"

const name = (text: string) => quoteName("postgresql", text)
const path = (text: string) => quotePath("postgresql", text)
const SALT = "(select value from plumbline_masking.salt)"

/** The schema in which a role finds its views. */
export const viewSchema = (role: string) => `for_${role}`

/** A `$tag$` block that its content cannot close. */
function dollarQuoted(body: string): string {
  let tag = "plumbline"
  while (body.includes(`$${tag}$`)) tag += "_"
  return `$${tag}$${body}$${tag}$`
}

function masked(column: string, rule: MaskRule, family: ColumnFamily): string {
  const text = `${column}::text`
  switch (rule.kind) {
    case "none":
      return column
    case "null":
      // Keeps the column's type; the value is never read.
      return `case when false then ${column} end`
    case "hash":
      return `encode(sha256(convert_to(${SALT} || ${text}, 'UTF8')), 'hex')`
    case "partial":
      return `case when char_length(${text}) > ${rule.keep} then repeat('*', char_length(${text}) - ${rule.keep}) || right(${text}, ${rule.keep}) else repeat('*', char_length(${text})) end`
    case "truncate":
      return `left(${text}, ${rule.keep})`
    case "year":
      return family === "text"
        ? `case when ${text} ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}' then left(${text}, 4) || '-01-01' end`
        : `date_trunc('year', ${column}::timestamp)::date`
    case "redact":
      return `case when ${column} is not null then '[redacted]' end`
  }
}

function consentFilter(consent: PlanConsent): string {
  if (consent.flagTable === null) return `t.${name(consent.flagColumn)} is true`
  const key = name(consent.joinKey)
  return `exists (select 1 from ${path(consent.flagTable)} c where c.${key} = t.${key} and c.${name(consent.flagColumn)} is true)`
}

function viewOf(asset: PlanAsset, role: PlanRole): string[] {
  const view = `${name(viewSchema(role.name))}.${name(asset.name.split(".").at(-1) ?? asset.name)}`
  const columns = asset.fields.map((field, index) => {
    const family = columnFamily(field.type)
    const rule = viewRule(ruleFor(role, field.classKey), family)
    const comma = index < asset.fields.length - 1 ? "," : ""
    return `  ${masked(`t.${name(field.name)}`, rule, family)} as ${name(field.name)}${comma} ${comment(columnNote(field, rule))}`
  })
  const filters = asset.consents.filter(({ roleName }) => roleName === role.name)
  return [
    `drop view if exists ${view};`,
    `create view ${view} with (security_barrier) as select`,
    ...columns,
    `from ${path(asset.name)} t${filters.length === 0 ? ";" : ""}`,
    ...filters.map(
      (consent, index) =>
        `${index === 0 ? "where" : "  and"} ${consentFilter(consent)}${index === filters.length - 1 ? ";" : ""} ${comment(`consent: ${consent.purpose}`)}`,
    ),
    `revoke all on ${path(asset.name)} from ${name(role.name)};`,
    `grant select on ${view} to ${name(role.name)};`,
  ]
}

function problemsOf(asset: PlanAsset): string | undefined {
  if (asset.kind !== "table" && asset.kind !== "view") return `it is a ${asset.kind}, not a table or view`
  if (asset.fields.length === 0) return "it has no fields"
  const names = [
    ...asset.name.split("."),
    ...asset.fields.map((field) => field.name),
    ...asset.consents.flatMap(({ flagTable, flagColumn, joinKey }) =>
      flagTable === null ? [flagColumn] : [...flagTable.split("."), flagColumn, joinKey],
    ),
  ]
  for (const part of names) {
    const problem = nameProblem("postgresql", part)
    if (problem) return problem
  }
  if (asset.name.split(".").length > 2) return "PostgreSQL names are schema.table at most"
  return undefined
}

/**
 * Views per role for PostgreSQL 15 or newer. A role reads only the views in its own schema; the tables stay closed to it.
 * Views read with their owner's rights, so whoever runs this must be allowed to read the tables.
 */
export function postgresqlPolicy(plan: MaskPlan): PolicyText {
  const notes: string[] = []
  const roles = plan.roles.filter((role) => {
    const problem = nameProblem("postgresql", role.name) ?? nameProblem("postgresql", viewSchema(role.name))
    if (problem) notes.push(`The role ${role.name} is left out: ${problem}`)
    return problem === undefined
  })
  const seen = new Set<string>()
  const assets = plan.assets.filter((asset) => {
    const last = asset.name.split(".").at(-1) ?? ""
    const problem =
      problemsOf(asset) ?? (seen.has(last) ? "another asset gives its views the same name" : undefined)
    if (problem) notes.push(`${asset.name} is left out: ${problem}`)
    else seen.add(last)
    return problem === undefined
  })
  const lines = [
    comment(
      "Masking policy for PostgreSQL 15 or newer, written by Plumbline. Run it as the owner of the tables.",
    ),
    comment("Each role reads views in a schema of its own; fields that nobody classified are empty."),
    comment(
      "A hash is salted and stays the same, so it still points to one person: pseudonymous, not anonymous.",
    ),
    "begin;",
    "create schema if not exists plumbline_masking;",
    "revoke all on schema plumbline_masking from public;",
    "create table if not exists plumbline_masking.salt (value text not null);",
    "insert into plumbline_masking.salt select gen_random_uuid()::text || gen_random_uuid()::text where not exists (select 1 from plumbline_masking.salt);",
    ...roles.flatMap((role) => [
      "",
      comment(`Role ${role.name}`),
      `do ${dollarQuoted(`begin if not exists (select 1 from pg_roles where rolname = ${quoteText("postgresql", role.name)}) then create role ${name(role.name)} nologin; end if; end`)};`,
      `create schema if not exists ${name(viewSchema(role.name))};`,
      `revoke all on schema plumbline_masking from ${name(role.name)};`,
      `grant usage on schema ${name(viewSchema(role.name))} to ${name(role.name)};`,
      ...assets.flatMap((asset) => viewOf(asset, role)),
    ]),
    "commit;",
  ]
  return { sql: `${lines.join("\n")}\n`, notes }
}
