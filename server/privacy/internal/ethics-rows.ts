import { asc, eq, inArray, type SQL } from "drizzle-orm"
import { items } from "@/db/schema/backlog"
import { users } from "@/db/schema/members"
import { ethicsCheckpoints, ethicsConditions } from "@/db/schema/privacy-ethics"
import { approvalsOf } from "@/server/approvals/approvals-of"
import { outdateApprovals } from "@/server/approvals/outdate-approvals"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import type { Scope } from "@/server/kernel/domain/grants"
import { conflict, notFound, ruleBroken } from "@/server/kernel/errors"
import { checkpointObstacle, type EthicsSubject, ethicsState } from "../domain/ethics"
import { type CheckedSubject, scopeOfChecked, subjectOf } from "./ethics-subject"

type CheckpointRecord = typeof ethicsCheckpoints.$inferSelect

async function conditionsOf(ctx: OpCtx, checkpointIds: string[]) {
  const rows = await ctx.db
    .select({
      checkpointId: ethicsConditions.checkpointId,
      id: items.id,
      key: items.key,
      title: items.title,
      status: items.status,
      dueOn: items.dueDate,
      owner: { id: users.id, name: users.name },
    })
    .from(ethicsConditions)
    .innerJoin(items, own(ctx, items, eq(items.id, ethicsConditions.itemId)))
    .leftJoin(users, eq(users.id, items.ownerId))
    .where(own(ctx, ethicsConditions, inArray(ethicsConditions.checkpointId, checkpointIds)))
    .orderBy(asc(ethicsConditions.createdAt), asc(items.key))
  return Map.groupBy(rows, ({ checkpointId }) => checkpointId)
}

/** Checkpoints with their conditions and how their decision stands. It asks no permission. */
export async function selectCheckpoints(ctx: OpCtx, ...conditions: (SQL | undefined)[]) {
  const rows = await ctx.db
    .select({ row: ethicsCheckpoints, declaredBy: { id: users.id, name: users.name } })
    .from(ethicsCheckpoints)
    .innerJoin(users, eq(users.id, ethicsCheckpoints.declaredBy))
    .where(own(ctx, ethicsCheckpoints, ...conditions))
  const ids = rows.map(({ row }) => row.id)
  if (ids.length === 0) return []
  const [approvals, added] = await Promise.all([approvalsOf(ctx, "ethics", ids), conditionsOf(ctx, ids)])
  return rows.map(({ row, declaredBy }) => {
    const approval = approvals.get(row.id) ?? null
    const { id, productId, itemId, highImpact, declareReason, declaredAt, answers, outcome, reason } = row
    const filled = { answers, outcome, reason, conditions: added.get(id) ?? [] }
    return {
      id,
      productId,
      itemId,
      highImpact,
      declareReason,
      declaredBy,
      declaredAt,
      approval,
      ...filled,
      version: row.version,
      state: ethicsState({ ...row, approval }),
      obstacle: checkpointObstacle(filled),
      updatedAt: row.updatedAt,
    }
  })
}

const ofSubject = (subject: EthicsSubject): SQL =>
  "productId" in subject
    ? eq(ethicsCheckpoints.productId, subject.productId)
    : eq(ethicsCheckpoints.itemId, subject.itemId)

/** The checkpoint of a product or item; null while nobody has declared anything. */
export const checkpointOf = async (ctx: OpCtx, subject: EthicsSubject) =>
  (await selectCheckpoints(ctx, ofSubject(subject)))[0] ?? null

/** The row, locked until the end of the command. @throws NOT_FOUND */
export async function lockCheckpoint(ctx: OpCtx, id: string): Promise<CheckpointRecord> {
  const [row] = await ctx.db
    .select()
    .from(ethicsCheckpoints)
    .where(own(ctx, ethicsCheckpoints, eq(ethicsCheckpoints.id, id)))
    .for("update")
  if (!row) throw notFound("The ethics checkpoint")
  return row
}

/** Where a checkpoint lies: with its product or item. @throws NOT_FOUND */
export async function scopeOfCheckpoint(ctx: OpCtx, id: string): Promise<Scope> {
  const { productId, itemId } = ethicsCheckpoints
  const [row] = await ctx.db
    .select({ productId, itemId })
    .from(ethicsCheckpoints)
    .where(own(ctx, ethicsCheckpoints, eq(ethicsCheckpoints.id, id)))
  if (!row) throw notFound("The ethics checkpoint")
  return scopeOfChecked(ctx, subjectOf(row))
}

/** The locked row for an edit of the version that the editor saw. @throws CONFLICT, RULE_BROKEN */
export async function openCheckpoint(ctx: OpCtx, id: string, version: number): Promise<CheckpointRecord> {
  const row = await lockCheckpoint(ctx, id)
  if (row.version !== version) {
    const [current] = await selectCheckpoints(ctx, eq(ethicsCheckpoints.id, id))
    throw conflict("The ethics checkpoint", current)
  }
  if (!row.highImpact) throw ruleBroken("It is declared not to have a high impact. Declare it first")
  return row
}

/** Writes the next version, which outdates a decision at once. Answers its number. */
export async function saveCheckpoint(
  ctx: OpCtx,
  row: CheckpointRecord,
  changes: Partial<CheckpointRecord> = {},
): Promise<number> {
  const version = row.version + 1
  const approval = (await approvalsOf(ctx, "ethics", [row.id])).get(row.id)
  const decided = approval?.approvedAt && approval.version === row.version
  const editorIds = [...new Set([...(decided ? [] : row.editorIds), ctx.userId])]
  await ctx.db
    .update(ethicsCheckpoints)
    .set({ ...changes, version, editorIds, updatedAt: ctx.now })
    .where(own(ctx, ethicsCheckpoints, eq(ethicsCheckpoints.id, row.id)))
  await outdateApprovals(ctx, { kind: "ethics", subjectId: row.id, version })
  return version
}

/** What an audit record names: the checkpoint under the name of its subject. */
export const checkpointTargets = (id: string, { type, name, ...subject }: CheckedSubject) => [
  { type: "ethics", id, name },
  { type: type as string, id: subject.id, name },
]
