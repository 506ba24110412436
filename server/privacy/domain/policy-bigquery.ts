import type { ColumnFamily, MaskPlan, PlanAsset, PlanConsent, PlanRole, PolicyText } from "./mask-plan"
import type { MaskRule } from "./mask-rule"
import { assetsWithViews, consentsOf, viewColumns, viewName } from "./policy-views"
import { comment, nameProblem, quoteName, quotePath, quoteText } from "./sql-quote"

const name = (text: string) => quoteName("bigquery", text)
const path = (text: string) => quotePath("bigquery", text)
const SALT = "(SELECT value FROM plumbline_masking.salt)"

/** A dataset's name may hold letters, digits and underscores only. */
export const viewDataset = (role: string) => `for_${role.replace(/[^A-Za-z0-9_]/g, "_")}`

function masked(column: string, rule: MaskRule, family: ColumnFamily): string {
  const text = `CAST(${column} AS STRING)`
  switch (rule.kind) {
    case "none":
      return column
    case "null":
      return `IF(FALSE, ${column}, NULL)`
    case "hash":
      return `TO_HEX(SHA256(CONCAT(${SALT}, ${text})))`
    case "partial":
      return `IF(CHAR_LENGTH(${text}) > ${rule.keep}, CONCAT(REPEAT('*', CHAR_LENGTH(${text}) - ${rule.keep}), RIGHT(${text}, ${rule.keep})), REPEAT('*', CHAR_LENGTH(${text})))`
    case "truncate":
      return `LEFT(${text}, ${rule.keep})`
    case "year":
      return family === "text"
        ? `IF(REGEXP_CONTAINS(${text}, r'^[0-9]{4}-[0-9]{2}-[0-9]{2}'), CONCAT(LEFT(${text}, 4), '-01-01'), NULL)`
        : `DATE_TRUNC(DATE(${column}), YEAR)`
    case "redact":
      return `IF(${column} IS NULL, NULL, '[redacted]')`
  }
}

function consentFilter(consent: PlanConsent): string {
  if (consent.flagTable === null) return `t.${name(consent.flagColumn)} IS TRUE`
  const key = name(consent.joinKey)
  return `EXISTS (SELECT 1 FROM ${path(consent.flagTable)} c WHERE c.${key} = t.${key} AND c.${name(consent.flagColumn)} IS TRUE)`
}

function viewOf(asset: PlanAsset, role: PlanRole): string[] {
  const view = `${name(viewDataset(role.name))}.${name(viewName(asset))}`
  return [
    `CREATE OR REPLACE VIEW ${view} AS SELECT`,
    ...viewColumns(
      asset,
      role,
      (column, rule, family) => `${masked(`t.${name(column)}`, rule, family)} AS ${name(column)}`,
    ),
    `FROM ${path(asset.name)} t`,
    ...consentsOf(asset, role).map(
      (consent, index) =>
        `${index === 0 ? "WHERE" : "  AND"} ${consentFilter(consent)} ${comment(`consent: ${consent.purpose}`)}`,
    ),
    ";",
  ]
}

function nameProblemOf(asset: PlanAsset): string | undefined {
  const parts = asset.name.split(".")
  if (parts.length < 2 || parts.length > 3) return "register it as dataset.table or project.dataset.table"
  return [...parts, ...asset.fields.map((field) => field.name)]
    .map((part) => nameProblem("bigquery", part))
    .find(Boolean)
}

/**
 * One dataset of views per role. BigQuery's own data policies know only a few fixed masks, so views are used; two steps of
 * views have no SQL form, and the notes name them.
 */
export function bigqueryPolicy(plan: MaskPlan): PolicyText {
  const notes = [
    "Authorising the views' datasets to read the tables has no SQL form: do it under Sharing, Authorise datasets, or with bq update",
    "Groups are people's addresses in BigQuery: put each role's group into its GRANT statement",
  ]
  const assets = assetsWithViews(plan, notes, nameProblemOf)
  const lines = [
    comment(
      "Masking views for BigQuery, written by Plumbline. Run it in the project and region of the tables.",
    ),
    comment(
      "The roles must not be allowed to read the tables themselves. Fields that nobody classified are empty.",
    ),
    comment(
      "A hash is salted and stays the same, so it still points to one person: pseudonymous, not anonymous.",
    ),
    "CREATE SCHEMA IF NOT EXISTS plumbline_masking;",
    "CREATE TABLE IF NOT EXISTS plumbline_masking.salt AS SELECT CONCAT(GENERATE_UUID(), GENERATE_UUID()) AS value;",
    ...plan.roles.flatMap((role) => [
      "",
      comment(`Role ${role.name}`),
      `CREATE SCHEMA IF NOT EXISTS ${name(viewDataset(role.name))};`,
      ...assets.flatMap((asset) => viewOf(asset, role)),
      comment(
        `GRANT \`roles/bigquery.dataViewer\` ON SCHEMA ${name(viewDataset(role.name))} TO ${quoteText("bigquery", "group:…@your-domain")};`,
      ),
    ]),
  ]
  return { sql: `${lines.join("\n")}\n`, notes }
}
