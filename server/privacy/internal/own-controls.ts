import { isNull, sql } from "drizzle-orm"
import { maskingRules, warehouseRoles } from "@/db/schema/privacy-masking"
import { assessmentCoverage } from "@/server/dpia/assessment-coverage"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import type { ControlReading } from "../domain/control-reading"
import type { ControlKind } from "../domain/obligation"
import { assessmentReading, maskingReading, recordReading, retentionReading } from "../domain/own-readings"
import { registerCounts } from "../domain/register-counts"
import { selectActivities } from "./activity-rows"
import { countPersonalAssets } from "./personal-assets"
import { selectAllDue, today } from "./retention-rows"

async function readRecord(ctx: OpCtx): Promise<ControlReading> {
  const entries = (await selectActivities(ctx)).filter(({ state }) => state !== "deprecated")
  const { total, approved, incomplete } = registerCounts(entries)
  const late = entries.filter(
    ({ fields }) => fields.nextReviewOn !== null && fields.nextReviewOn < today(ctx),
  )
  return recordReading({ inUse: total, approved, incomplete, overdue: late.length })
}

async function readRetention(ctx: OpCtx): Promise<ControlReading> {
  const [due, { uncovered }] = [await selectAllDue(ctx), await countPersonalAssets(ctx)]
  const states = due.map(({ state }) => state)
  const overdue = states.filter((state) => state === "overdue").length
  const held = states.filter((state) => state === "held").length
  return retentionReading({ overdue, held, onTime: due.length - overdue - held, uncovered })
}

async function readMasking(ctx: OpCtx): Promise<ControlReading> {
  const [row] = await ctx.db
    .select({
      roles: sql<number>`count(*)::int`,
      rules: sql<number>`coalesce(sum((select count(*) from ${maskingRules} m
        where m.workspace_id = ${warehouseRoles.workspaceId} and m.role_id = ${warehouseRoles.id})), 0)::int`,
    })
    .from(warehouseRoles)
    .where(own(ctx, warehouseRoles, isNull(warehouseRoles.retiredAt)))
  const { fields, classified } = await countPersonalAssets(ctx)
  return maskingReading({ ...(row ?? { roles: 0, rules: 0 }), fields, classified })
}

/** What privacy reads by itself; the same for every control of the kind. */
export const OWN_CONTROLS: Partial<Record<ControlKind, (ctx: OpCtx) => Promise<ControlReading>>> = {
  record: readRecord,
  retention: readRetention,
  masking: readMasking,
  dpia: async (ctx) => assessmentReading(await assessmentCoverage(ctx)),
  manual: async () => ({ state: "unknown", words: "Evidence outside Plumbline" }),
}
