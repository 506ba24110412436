import { and, asc, desc, eq, inArray, isNull, type SQL, sql } from "drizzle-orm"
import type { PgColumn } from "drizzle-orm/pg-core"
import { dataAssets } from "@/db/schema/catalog"
import { users } from "@/db/schema/members"
import {
  legalHolds,
  retentionAssignments,
  retentionOutcomes,
  retentionRules,
} from "@/db/schema/privacy-retention"
import { assetWithin } from "@/server/catalog/within-reach"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { notFound } from "@/server/kernel/errors"
import { type DueState, dueState, holdInForce, nextDue } from "../domain/retention-dates"
import type { RetentionAction } from "../domain/retention-rule"

export const today = (ctx: OpCtx) => ctx.now.slice(0, 10)

/** A rule at an asset with its next due date. */
export type DueRow = {
  assignmentId: string
  rule: {
    id: string
    name: string
    classKey: string | null
    purpose: string
    action: RetentionAction
    retired: boolean
  }
  asset: { id: string; key: string; name: string; ownerId: string | null; productId: string | null }
  startOn: string
  dueOn: string
  state: DueState
  last: { outcome: "executed" | "refused"; doneOn: string; deferredTo: string | null } | null
}

/** Among these ids; many are cheaper to leave out of those of everything than to name. */
const among = (column: PgColumn, ids: string[]) => (ids.length > 1000 ? undefined : inArray(column, ids))

/** Holds of these assets that are in force on the day, by asset. */
async function heldAssets(ctx: OpCtx, assetIds: string[]): Promise<Set<string>> {
  if (assetIds.length === 0) return new Set()
  const rows = await ctx.db
    .select({
      assetId: legalHolds.assetId,
      fromOn: legalHolds.fromOn,
      untilOn: legalHolds.untilOn,
      liftedAt: legalHolds.liftedAt,
    })
    .from(legalHolds)
    .where(own(ctx, legalHolds, isNull(legalHolds.liftedAt), among(legalHolds.assetId, assetIds)))
  return new Set(rows.filter((hold) => holdInForce(hold, today(ctx))).map(({ assetId }) => assetId))
}

async function lastOutcomes(ctx: OpCtx, assignmentIds: string[]) {
  if (assignmentIds.length === 0) return new Map<string, DueRow["last"]>()
  const rows = await ctx.db
    .selectDistinctOn([retentionOutcomes.assignmentId], {
      assignmentId: retentionOutcomes.assignmentId,
      outcome: retentionOutcomes.outcome,
      doneOn: retentionOutcomes.doneOn,
      deferredTo: retentionOutcomes.deferredTo,
    })
    .from(retentionOutcomes)
    .where(own(ctx, retentionOutcomes, among(retentionOutcomes.assignmentId, assignmentIds)))
    .orderBy(
      asc(retentionOutcomes.assignmentId),
      desc(retentionOutcomes.recordedAt),
      desc(retentionOutcomes.id),
    )
  return new Map(rows.map(({ assignmentId, ...last }) => [assignmentId, last]))
}

/** Rules at active assets that the caller may read, soonest first. */
export const selectDue = (ctx: OpCtx, ...conditions: (SQL | undefined)[]) =>
  selectAllDue(ctx, assetWithin(ctx), ...conditions)

/** Rules at every active asset, soonest first: to count them, as it asks no permission. */
export async function selectAllDue(ctx: OpCtx, ...conditions: (SQL | undefined)[]): Promise<DueRow[]> {
  const rows = await ctx.db
    .select({
      assignmentId: retentionAssignments.id,
      startOn: retentionAssignments.startOn,
      rule: retentionRules,
      asset: {
        id: dataAssets.id,
        key: dataAssets.key,
        name: dataAssets.name,
        ownerId: dataAssets.ownerId,
        productId: dataAssets.productId,
      },
    })
    .from(retentionAssignments)
    .innerJoin(retentionRules, own(ctx, retentionRules, eq(retentionRules.id, retentionAssignments.ruleId)))
    .innerJoin(dataAssets, own(ctx, dataAssets, eq(dataAssets.id, retentionAssignments.assetId)))
    .where(
      own(
        ctx,
        retentionAssignments,
        isNull(retentionAssignments.endedAt),
        isNull(dataAssets.archivedAt),
        ...conditions,
      ),
    )
  const held = await heldAssets(
    ctx,
    rows.map(({ asset }) => asset.id),
  )
  const last = await lastOutcomes(
    ctx,
    rows.map(({ assignmentId }) => assignmentId),
  )
  const due = rows.map(({ rule, ...row }): DueRow => {
    const before = last.get(row.assignmentId) ?? null
    const period = { amount: rule.periodAmount, unit: rule.periodUnit }
    const dueOn = nextDue(row.startOn, period, rule.repeatMonths, before ?? undefined)
    const { id, name, classKey, purpose, action, retiredAt } = rule
    return {
      ...row,
      rule: { id, name, classKey, purpose, action, retired: retiredAt !== null },
      dueOn,
      state: dueState(dueOn, today(ctx), held.has(row.asset.id)),
      last: before,
    }
  })
  return due.sort(
    (a, b) =>
      a.dueOn.localeCompare(b.dueOn) ||
      a.asset.name.localeCompare(b.asset.name, "en") ||
      a.assignmentId.localeCompare(b.assignmentId),
  )
}

/** The row of a rule that has not been retired. @throws NOT_FOUND */
export async function fetchRule(ctx: OpCtx, id: string) {
  const [row] = await ctx.db
    .select()
    .from(retentionRules)
    .where(own(ctx, retentionRules, eq(retentionRules.id, id), isNull(retentionRules.retiredAt)))
  if (!row) throw notFound("The retention rule")
  return row
}

/** One rule at one asset, locked so that a due date is answered once. @throws NOT_FOUND */
export async function lockAssignment(ctx: OpCtx, id: string): Promise<DueRow> {
  await ctx.db
    .select({ id: retentionAssignments.id })
    .from(retentionAssignments)
    .where(own(ctx, retentionAssignments, and(eq(retentionAssignments.id, id))))
    .for("update")
  const [row] = await selectDue(ctx, eq(retentionAssignments.id, id))
  if (!row) throw notFound("The retention of this asset")
  return row
}

const NEWEST = 200

/** What was done and refused at an asset, the newest 200 first, and how often in all. */
export async function outcomesOf(ctx: OpCtx, assetId: string) {
  const outcomes = await ctx.db
    .select({
      id: retentionOutcomes.id,
      assignmentId: retentionOutcomes.assignmentId,
      ruleName: retentionRules.name,
      action: retentionRules.action,
      outcome: retentionOutcomes.outcome,
      dueOn: retentionOutcomes.dueOn,
      doneOn: retentionOutcomes.doneOn,
      count: retentionOutcomes.count,
      evidence: retentionOutcomes.evidence,
      link: retentionOutcomes.link,
      reason: retentionOutcomes.reason,
      deferredTo: retentionOutcomes.deferredTo,
      by: { id: users.id, name: users.name },
      recordedAt: retentionOutcomes.recordedAt,
    })
    .from(retentionOutcomes)
    .innerJoin(
      retentionAssignments,
      own(ctx, retentionAssignments, eq(retentionAssignments.id, retentionOutcomes.assignmentId)),
    )
    .innerJoin(retentionRules, own(ctx, retentionRules, eq(retentionRules.id, retentionAssignments.ruleId)))
    .innerJoin(users, eq(users.id, retentionOutcomes.recordedBy))
    .where(own(ctx, retentionOutcomes, eq(retentionAssignments.assetId, assetId)))
    .orderBy(desc(retentionOutcomes.recordedAt), desc(retentionOutcomes.id))
    .limit(NEWEST)
  if (outcomes.length < NEWEST) return { outcomes, outcomeCount: outcomes.length }
  const [counted] = await ctx.db
    .select({ count: sql<number>`count(*)::int` })
    .from(retentionOutcomes)
    .innerJoin(
      retentionAssignments,
      own(ctx, retentionAssignments, eq(retentionAssignments.id, retentionOutcomes.assignmentId)),
    )
    .where(own(ctx, retentionOutcomes, eq(retentionAssignments.assetId, assetId)))
  return { outcomes, outcomeCount: counted?.count ?? outcomes.length }
}

/** Number of active assets per rule, for the list of rules. */
export async function assetCounts(ctx: OpCtx): Promise<Map<string, number>> {
  const rows = await ctx.db
    .select({ ruleId: retentionAssignments.ruleId, count: sql<number>`count(*)::int` })
    .from(retentionAssignments)
    .innerJoin(dataAssets, own(ctx, dataAssets, eq(dataAssets.id, retentionAssignments.assetId)))
    .where(
      own(
        ctx,
        retentionAssignments,
        isNull(retentionAssignments.endedAt),
        isNull(dataAssets.archivedAt),
        assetWithin(ctx),
      ),
    )
    .groupBy(retentionAssignments.ruleId)
  return new Map(rows.map(({ ruleId, count }) => [ruleId, count]))
}
