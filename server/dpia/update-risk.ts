import { isDeepStrictEqual } from "node:util"
import { eq } from "drizzle-orm"
import { assessmentRisks } from "@/db/schema/dpia-content"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { newId } from "@/server/kernel/domain/id"
import { conflict, invalidField, notFound } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { type RiskChanges, updateRiskSchema } from "./domain/assessment-input"
import { assessmentKey } from "./domain/assessment-row"
import { eventOfPart, FEARED_EVENT_FACTS, type FearedEvent } from "./domain/questions"
import { scopeOfAssessment, targetsOf } from "./internal/assessment-rows"
import { finishEdit, openForEdit } from "./internal/change-assessment"
import { checkEntries } from "./internal/check-entries"
import { findRisk, ownRiskColumns } from "./internal/own-risk"

type Change = { id: string; version: number; changes: RiskChanges }

async function saveRisk(ctx: OpCtx, riskId: string, version: number, columns: object): Promise<void> {
  await ctx.db
    .update(assessmentRisks)
    .set({ ...columns, version: version + 1, updatedBy: ctx.userId, updatedAt: ctx.now })
    .where(own(ctx, assessmentRisks, eq(assessmentRisks.id, riskId)))
}

/** The title of what was changed; undefined when nothing is. Of a feared event only what it was before any measure lies here: the rest are answers and its evaluation. */
async function changeEvent(
  ctx: OpCtx,
  event: FearedEvent,
  { id, version, changes }: Change,
): Promise<string | undefined> {
  const { inherent, ...others } = changes
  if (!inherent || Object.values(others).some((value) => value !== undefined)) {
    throw invalidField(
      "changes",
      "Answer the questions of this risk; only its level before measures is set here",
    )
  }
  const title = FEARED_EVENT_FACTS[event].title
  const columns = { inherentSeverity: inherent.severity, inherentLikelihood: inherent.likelihood }
  const row = await findRisk(ctx, id, { event })
  if ((row?.version ?? 0) !== version) throw conflict("The risk", row)
  if (row && isDeepStrictEqual({ ...row, ...columns }, row)) return undefined
  if (row) await saveRisk(ctx, row.id, version, columns)
  else {
    const written = { workspaceId: ctx.workspaceId, updatedBy: ctx.userId, updatedAt: ctx.now }
    await ctx.db
      .insert(assessmentRisks)
      .values({ ...written, ...columns, id: newId(), assessmentId: id, event, title, fields: null })
  }
  return title
}

async function changeOwn(
  ctx: OpCtx,
  riskId: string,
  { id, version, changes }: Change,
): Promise<string | undefined> {
  const row = /^[0-9a-f-]{36}$/i.test(riskId) ? await findRisk(ctx, id, { id: riskId }) : undefined
  if (!row?.fields) throw notFound("The risk")
  if (row.version !== version) throw conflict("The risk", row)
  const columns = ownRiskColumns(changes, row.fields)
  if (isDeepStrictEqual({ ...row, ...columns }, row)) return undefined
  await checkEntries(ctx, id, changes.measures ?? [], "changes.measures")
  await saveRisk(ctx, riskId, version, columns)
  return changes.title ?? row.title
}

/**
 * Changes a risk of one's own, or the level that a feared event had before any measure.
 * @throws CONFLICT with the risk as it stands, INVALID, RULE_BROKEN, NOT_FOUND.
 */
export const updateRisk = command("dpia.updateRisk", {
  permission: "dpia.edit",
  at: (ctx, { id }) => scopeOfAssessment(ctx, id),
  input: updateRiskSchema,
  async run(ctx, { riskId, ...change }) {
    const row = await openForEdit(ctx, change.id)
    const event = eventOfPart(riskId)
    const title = event ? await changeEvent(ctx, event, change) : await changeOwn(ctx, riskId, change)
    if (title === undefined) {
      const { version, lock } = row
      return { riskId, version: change.version, assessment: { version, lock } }
    }
    const saved = await finishEdit(ctx, row)
    ctx.record({
      targets: targetsOf(row),
      summary: `Changed the risk “${title}” of ${assessmentKey(row.number)}`,
      after: change.changes,
    })
    return { riskId, version: change.version + 1, assessment: saved }
  },
})
