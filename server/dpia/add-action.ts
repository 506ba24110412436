import { and, eq } from "drizzle-orm"
import { z } from "zod"
import { assessmentActions, assessmentEvaluations } from "@/db/schema/dpia-content"
import { createItem } from "@/server/backlog/create-item"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { newId } from "@/server/kernel/domain/id"
import { invalidField } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { peopleNamed } from "@/server/products/people-named"
import { daySchema } from "@/server/strategy/domain/period"
import { assessmentKey, assessmentPath } from "./domain/assessment-row"
import { isReference } from "./domain/completeness"
import { scopeOfAssessment, targetsOf } from "./internal/assessment-rows"
import { finishEdit, openForEdit } from "./internal/change-assessment"
import { loadRows } from "./internal/load-content"

async function checkReference(ctx: OpCtx, id: string, reference: string | null): Promise<void> {
  if (reference === null) return
  const { measures, risks } = await loadRows(ctx, id)
  const known = isReference(reference, measures) || risks.some((risk) => risk.id === reference)
  if (!known) throw invalidField("reference", "Choose what it improves")
}

/** The evaluation that the line belongs to says the same: the exchange format has person and date there. */
async function noteOnEvaluation(ctx: OpCtx, id: string, reference: string, ownerId: string, dueOn: string) {
  const names = await peopleNamed(ctx, [ownerId])
  const { assessmentId, reference: key } = assessmentEvaluations
  await ctx.db
    .update(assessmentEvaluations)
    .set({ personInCharge: names.get(ownerId)?.name ?? "", dueOn })
    .where(own(ctx, assessmentEvaluations, and(eq(assessmentId, id), eq(key, reference))))
}

/**
 * Adds a line to the action plan: an item of the backlog with owner and date, whose state is the line's. It needs the
 * permission to create items too. @throws INVALID, FORBIDDEN, RULE_BROKEN, NOT_FOUND.
 */
export const addAction = command("dpia.addAction", {
  permission: "dpia.edit",
  at: (ctx, { id }) => scopeOfAssessment(ctx, id),
  input: z.object({
    id: z.uuid(),
    /** What it improves: a part, question, measure or risk; null: the whole. */
    reference: z.string().max(60).nullable().default(null),
    title: z.string().trim().min(1, "Say what is to be done").max(200, "A title has at most 200 characters"),
    description: z.string().trim().max(10_000, "A description has at most 10,000 characters").default(""),
    ownerId: z.uuid("Choose who does it"),
    dueOn: daySchema,
  }),
  async run(ctx, { id, reference, title, description, ownerId, dueOn }) {
    const row = await openForEdit(ctx, id)
    await checkReference(ctx, id, reference)
    const key = assessmentKey(row.number)
    const slug = ctx.caller.workspace?.slug ?? ""
    const origin = `From the action plan of [${key} ${row.name}](/${slug}${assessmentPath(row.number)}).`
    const item = await createItem(ctx, {
      title,
      description: description ? `${description}\n\n${origin}` : origin,
      ownerId,
      dueDate: dueOn,
      productId: row.productId,
      labels: ["dpia"],
    })
    const actionId = newId()
    await ctx.db.insert(assessmentActions).values({
      workspaceId: ctx.workspaceId,
      id: actionId,
      assessmentId: id,
      reference,
      itemId: item.id,
      createdBy: ctx.userId,
      createdAt: ctx.now,
    })
    if (reference !== null) await noteOnEvaluation(ctx, id, reference, ownerId, dueOn)
    const saved = await finishEdit(ctx, row)
    ctx.record({
      targets: [...targetsOf(row), { type: "item", id: item.id, name: item.key }],
      summary: `Added ${item.key} to the action plan of ${key}`,
      after: { reference, title, ownerId, dueOn },
    })
    return { actionId, itemId: item.id, itemKey: item.key, assessment: saved }
  },
})
