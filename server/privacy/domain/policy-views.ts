import {
  type ColumnFamily,
  columnFamily,
  columnNote,
  type MaskPlan,
  type PlanAsset,
  type PlanConsent,
  type PlanRole,
  ruleFor,
  viewRule,
} from "./mask-plan"
import type { MaskRule } from "./mask-rule"
import { comment } from "./sql-quote"

/** What every policy has in common, and what those have that are made of a view per role and asset. */

/** Why a policy has no form for what the asset is, or undefined. */
export const kindProblem = ({ kind }: PlanAsset) =>
  kind === "table" || kind === "view" ? undefined : `it is a ${kind}, not a table or view`

/** The name of an asset's views: the last part of its own. */
export const viewName = ({ name }: PlanAsset) => name.split(".").at(-1) ?? name

/** The assets that get views. Why the others do not is added to `notes`. */
export function assetsWithViews(
  plan: MaskPlan,
  notes: string[],
  problemOf: (asset: PlanAsset) => string | undefined,
): PlanAsset[] {
  const seen = new Set<string>()
  return plan.assets.filter((asset) => {
    const empty = asset.fields.length === 0 ? "it has no fields" : undefined
    const taken = seen.has(viewName(asset)) ? "another asset gives its views the same name" : undefined
    const problem = kindProblem(asset) ?? empty ?? problemOf(asset) ?? taken
    if (problem) notes.push(`${asset.name} is left out: ${problem}`)
    else seen.add(viewName(asset))
    return problem === undefined
  })
}

/** The columns of a role's view, a line each: what `columnOf` writes, and the rule as a comment. */
export function viewColumns(
  asset: PlanAsset,
  role: PlanRole,
  columnOf: (name: string, rule: MaskRule, family: ColumnFamily) => string,
): string[] {
  return asset.fields.map((field, index) => {
    const family = columnFamily(field.type)
    const rule = viewRule(ruleFor(role, field.classKey), family)
    const comma = index < asset.fields.length - 1 ? "," : ""
    return `  ${columnOf(field.name, rule, family)}${comma} ${comment(columnNote(field, rule))}`
  })
}

/** The consents that a role needs to see a row of the asset. */
export const consentsOf = (asset: PlanAsset, role: PlanRole): PlanConsent[] =>
  asset.consents.filter(({ roleName }) => roleName === role.name)
