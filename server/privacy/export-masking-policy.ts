import { z } from "zod"
import { type AssetFacts, assetFacts } from "@/server/catalog/asset-facts"
import type { OpCtx } from "@/server/kernel/context"
import { query } from "@/server/kernel/operation"
import type { MaskPlan, PlanConsent, PolicyText } from "./domain/mask-plan"
import { bigqueryPolicy } from "./domain/policy-bigquery"
import { postgresqlPolicy } from "./domain/policy-postgresql"
import { snowflakePolicy } from "./domain/policy-snowflake"
import { DIALECTS, type Dialect } from "./domain/sql-quote"
import { selectPurposes, selectRoles } from "./internal/masking-rows"

const WRITERS: Record<Dialect, (plan: MaskPlan) => PolicyText> = {
  postgresql: postgresqlPolicy,
  snowflake: snowflakePolicy,
  bigquery: bigqueryPolicy,
}

async function planOf(ctx: OpCtx, assets: readonly AssetFacts[]): Promise<MaskPlan> {
  const roles = await selectRoles(ctx)
  const roleNames = new Map(roles.map(({ id, name }) => [id, name]))
  const consents = (await selectPurposes(ctx)).flatMap(({ name, roleId, uses }) => {
    const roleName = roleNames.get(roleId ?? "")
    return roleName ? uses.map((use) => ({ ...use, purpose: name, roleName })) : []
  })
  const consentsOf = (asset: AssetFacts): PlanConsent[] =>
    consents
      .filter((use) => use.asset.id === asset.id)
      .map(({ purpose, roleName, flagAsset, flagColumn, joinKey }) => ({
        purpose,
        roleName,
        flagTable: flagAsset?.name ?? null,
        flagColumn,
        joinKey,
        joinType: asset.fields.find(({ name }) => name === joinKey)?.type ?? "",
      }))
  return {
    roles: roles.map(({ name, rules }) => ({ name, rules })),
    assets: assets.map((asset) => ({ ...asset, consents: consentsOf(asset) })),
  }
}

/** The masking rules and consent filters of these assets (none given: all) as SQL, and what has no form in it. */
export const exportMaskingPolicy = query("privacy.exportMaskingPolicy", {
  permission: "catalog.read",
  at: "rows",
  input: z.object({ dialect: z.enum(DIALECTS), assetIds: z.array(z.uuid()).max(1000).default([]) }),
  async run(ctx, { dialect, assetIds }) {
    const assets = await assetFacts(ctx, assetIds.length > 0 ? assetIds : undefined)
    const { sql, notes } = WRITERS[dialect](
      await planOf(
        ctx,
        assets.filter(({ archived }) => !archived),
      ),
    )
    return { fileName: `masking-${dialect}-${ctx.now.slice(0, 10)}.sql`, sql, notes }
  },
})
