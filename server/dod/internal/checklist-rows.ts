import { desc, eq, type SQL } from "drizzle-orm"
import { attachments } from "@/db/schema/discussion"
import { dodAnswers, dodChecklists, dodObservations, dodTemplates, dodWaivers } from "@/db/schema/dod"
import { users } from "@/db/schema/members"
import { approvalsOf } from "@/server/approvals/approvals-of"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import type { Answer, Waiver } from "../domain/checklist"
import type { Subject } from "../domain/deliverable"
import type { Template } from "../domain/template"
import { waiverState } from "../domain/waiver"
import { isOneOf } from "./one-of"

/** Checklists with the version of the Definition of Done that each follows. */
export function selectChecklists(ctx: OpCtx, ...conditions: (SQL | undefined)[]) {
  return ctx.db
    .select({
      id: dodChecklists.id,
      itemId: dodChecklists.itemId,
      productId: dodChecklists.productId,
      version: dodChecklists.version,
      startedAt: dodChecklists.startedAt,
      templateId: dodChecklists.templateId,
      deliverable: dodTemplates.deliverable,
      templateVersion: dodTemplates.version,
    })
    .from(dodChecklists)
    .innerJoin(dodTemplates, own(ctx, dodTemplates, eq(dodTemplates.id, dodChecklists.templateId)))
    .where(own(ctx, dodChecklists, ...conditions))
    .$dynamic()
}
export type ChecklistRow = Awaited<ReturnType<typeof selectChecklists>>[number]

export const ofSubject = ({ type, id }: Subject) =>
  eq(type === "item" ? dodChecklists.itemId : dodChecklists.productId, id)

/** The checklist of a subject; undefined when nobody has said what it delivers. */
export async function findChecklist(ctx: OpCtx, subject: Subject): Promise<ChecklistRow | undefined> {
  const [row] = await selectChecklists(ctx, ofSubject(subject))
  return row
}

/** What the versions ask for, by id. */
export async function templatesOf(ctx: OpCtx, ids: Iterable<string>): Promise<Map<string, Template>> {
  const rows = await ctx.db
    .select({ id: dodTemplates.id, definition: dodTemplates.definition })
    .from(dodTemplates)
    .where(own(ctx, dodTemplates, isOneOf(dodTemplates.id, ids)))
  return new Map(rows.map(({ id, definition }) => [id, definition]))
}

/** A check within its checklist, as a key of maps. */
export const placeOf = (checklistId: string, checkKey: string) => `${checklistId} ${checkKey}`

/** The latest answer to each check. */
export async function latestAnswers(
  ctx: OpCtx,
  checklistIds: readonly string[],
): Promise<Map<string, Answer>> {
  const rows = await ctx.db
    .selectDistinctOn([dodAnswers.checklistId, dodAnswers.checkKey], {
      checklistId: dodAnswers.checklistId,
      checkKey: dodAnswers.checkKey,
      kind: dodAnswers.kind,
      byName: users.name,
      at: dodAnswers.createdAt,
      evidenceUrl: dodAnswers.evidenceUrl,
      note: dodAnswers.note,
      fileId: attachments.id,
      fileName: attachments.fileName,
      removedAt: attachments.removedAt,
    })
    .from(dodAnswers)
    .innerJoin(users, eq(users.id, dodAnswers.createdBy))
    .leftJoin(attachments, own(ctx, attachments, eq(attachments.id, dodAnswers.attachmentId)))
    .where(own(ctx, dodAnswers, isOneOf(dodAnswers.checklistId, checklistIds)))
    .orderBy(dodAnswers.checklistId, dodAnswers.checkKey, desc(dodAnswers.id))
  return new Map(
    rows.map(({ checklistId, checkKey, fileId, fileName, removedAt, ...answer }) => {
      const file =
        fileId && fileName !== null ? { id: fileId, name: fileName, removed: removedAt !== null } : null
      return [placeOf(checklistId, checkKey), { ...answer, file }]
    }),
  )
}

/** The waiver of each check that counts now: a running one, otherwise the one asked for last. */
export async function countingWaivers(
  ctx: OpCtx,
  checklistIds: readonly string[],
): Promise<Map<string, Waiver>> {
  const rows = await ctx.db
    .select({
      checklistId: dodWaivers.checklistId,
      checkKey: dodWaivers.checkKey,
      id: dodWaivers.id,
      reason: dodWaivers.reason,
      expiresAt: dodWaivers.expiresAt,
      askedByName: users.name,
      askedAt: dodWaivers.askedAt,
    })
    .from(dodWaivers)
    .innerJoin(users, eq(users.id, dodWaivers.askedBy))
    .where(own(ctx, dodWaivers, isOneOf(dodWaivers.checklistId, checklistIds)))
    .orderBy(desc(dodWaivers.id))
  const approvals = await approvalsOf(
    ctx,
    "waiver",
    rows.map(({ id }) => id),
  )
  const waivers = rows.map(({ checklistId, checkKey, ...waiver }) => {
    const approval = approvals.get(waiver.id)
    return {
      ...waiver,
      place: placeOf(checklistId, checkKey),
      state: waiverState(waiver, approval?.state ?? null, ctx.now),
      requestId: approval?.requestId ?? null,
      approvedBy: approval?.approvals.map(({ name }) => name) ?? [],
    }
  })
  const counting = new Map<string, Waiver>()
  for (const [place, ofCheck] of Map.groupBy(waivers, (waiver) => waiver.place)) {
    const { place: _, ...waiver } = ofCheck.find(({ state }) => state === "running") ?? ofCheck[0]!
    const asked = ofCheck.some(({ id, state }) => state === "waits" && id !== waiver.id)
    counting.set(place, { ...waiver, renewalAsked: asked })
  }
  return counting
}

/** What was last noticed of each check. */
export async function latestObservations(ctx: OpCtx, checklistIds: readonly string[]) {
  const rows = await ctx.db
    .selectDistinctOn([dodObservations.checklistId, dodObservations.checkKey], {
      checklistId: dodObservations.checklistId,
      checkKey: dodObservations.checkKey,
      kind: dodObservations.kind,
      reason: dodObservations.reason,
      at: dodObservations.createdAt,
    })
    .from(dodObservations)
    .where(own(ctx, dodObservations, isOneOf(dodObservations.checklistId, checklistIds)))
    .orderBy(dodObservations.checklistId, dodObservations.checkKey, desc(dodObservations.id))
  return new Map(rows.map((row) => [placeOf(row.checklistId, row.checkKey), row]))
}

/** The checklists of these subjects, by subject id. */
export async function checklistsOf(
  ctx: OpCtx,
  type: Subject["type"],
  ids: readonly string[],
): Promise<Map<string, ChecklistRow>> {
  if (ids.length === 0) return new Map()
  const column = type === "item" ? dodChecklists.itemId : dodChecklists.productId
  const rows = await selectChecklists(ctx, isOneOf(column, ids))
  return new Map(rows.map((row) => [(row.itemId ?? row.productId)!, row]))
}
