import { eq } from "drizzle-orm"
import { items } from "@/db/schema/backlog"
import { assessmentAnswers } from "@/db/schema/dpia-content"
import { users } from "@/db/schema/members"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { invalidField, notFound } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { requireMembers } from "@/server/kernel/require-members"
import { createAssessmentSchema } from "./domain/assessment-input"
import { assessmentKey } from "./domain/assessment-row"
import { prefilledAnswers } from "./domain/linked-facts"
import { finishEdit, lockAssessment } from "./internal/change-assessment"
import { insertAssessment } from "./internal/insert-assessment"
import { linkedFacts } from "./internal/linked-facts"
import { scopeOfSubject } from "./internal/subject"

async function checkItem(ctx: OpCtx, itemId: string | null, productId: string): Promise<void> {
  if (itemId === null) return
  const [row] = await ctx.db
    .select({ productId: items.productId })
    .from(items)
    .where(own(ctx, items, eq(items.id, itemId)))
  if (!row) throw notFound("The item")
  if (row.productId !== productId) throw invalidField("itemId", "Choose an item of the product")
}

async function nameOf(ctx: OpCtx, userId: string): Promise<string> {
  const [row] = await ctx.db.select({ name: users.name }).from(users).where(eq(users.id, userId))
  return row?.name ?? ""
}

/**
 * Begins an assessment of a product, or of one item of it, with first texts from what is known about the product.
 * @throws NOT_FOUND, INVALID
 */
export const createAssessment = command("dpia.createAssessment", {
  permission: "dpia.edit",
  at: (ctx, { productId }) => scopeOfSubject(ctx, { productId }),
  input: createAssessmentSchema,
  async run(ctx, { productId, itemId, category, ...given }) {
    const authorId = given.authorId ?? ctx.userId
    await requireMembers(ctx, { authorId })
    await checkItem(ctx, itemId, productId)
    const facts = await linkedFacts(ctx, productId)
    const name = given.name ?? facts.product.name
    const authorName = await nameOf(ctx, authorId)
    const { id, number } = await insertAssessment(ctx, {
      name,
      category,
      productId,
      itemId,
      authorId,
      authorName,
    })
    const written = {
      workspaceId: ctx.workspaceId,
      assessmentId: id,
      updatedBy: ctx.userId,
      updatedAt: ctx.now,
    }
    const answers = prefilledAnswers(facts).map((answer) => ({ ...answer, ...written, list: [] }))
    if (answers.length > 0) await ctx.db.insert(assessmentAnswers).values(answers)
    await finishEdit(ctx, await lockAssessment(ctx, id))
    const key = assessmentKey(number)
    ctx.record({
      targets: [
        { type: "assessment", id, name: key },
        { type: "product", id: productId, name: facts.product.name },
      ],
      summary: `Began the impact assessment ${key} ${name}`,
      after: { name, category, authorId, itemId },
    })
    return { id, key }
  },
})
