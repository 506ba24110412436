import type { ColumnFamily, MaskPlan, PlanAsset, PlanConsent, PlanRole, PolicyText } from "./mask-plan"
import type { MaskRule } from "./mask-rule"
import { assetsWithViews, consentsOf, viewColumns, viewName } from "./policy-views"
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
  const view = `${name(viewSchema(role.name))}.${name(viewName(asset))}`
  const filters = consentsOf(asset, role)
  return [
    `drop view if exists ${view};`,
    `create view ${view} with (security_barrier) as select`,
    ...viewColumns(
      asset,
      role,
      (column, rule, family) => `${masked(`t.${name(column)}`, rule, family)} as ${name(column)}`,
    ),
    `from ${path(asset.name)} t${filters.length === 0 ? ";" : ""}`,
    ...filters.map(
      (consent, index) =>
        `${index === 0 ? "where" : "  and"} ${consentFilter(consent)}${index === filters.length - 1 ? ";" : ""} ${comment(`consent: ${consent.purpose}`)}`,
    ),
    `revoke all on ${path(asset.name)} from ${name(role.name)};`,
    `grant select on ${view} to ${name(role.name)};`,
  ]
}

function nameProblemOf(asset: PlanAsset): string | undefined {
  const names = [
    ...asset.name.split("."),
    ...asset.fields.map((field) => field.name),
    ...asset.consents.flatMap(({ flagTable, flagColumn, joinKey }) =>
      flagTable === null ? [flagColumn] : [...flagTable.split("."), flagColumn, joinKey],
    ),
  ]
  const problem = names.map((part) => nameProblem("postgresql", part)).find(Boolean)
  if (problem) return problem
  return asset.name.split(".").length > 2 ? "PostgreSQL names are schema.table at most" : undefined
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
  const assets = assetsWithViews(plan, notes, nameProblemOf)
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
