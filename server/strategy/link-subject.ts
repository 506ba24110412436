import { type Column, eq, isNull } from "drizzle-orm"
import { strategyLinks } from "@/db/schema/initiatives"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { newId } from "@/server/kernel/domain/id"
import { command } from "@/server/kernel/operation"
import { type LinkInput, linkSchema } from "./domain/link"
import { fetchEnds } from "./internal/link-ends"

async function findLink(ctx: OpCtx, { keyResultId, initiativeId, productId, itemId }: LinkInput) {
  const same = (column: Column, id: string | undefined) => (id ? eq(column, id) : isNull(column))
  const [row] = await ctx.db
    .select({ id: strategyLinks.id, note: strategyLinks.note })
    .from(strategyLinks)
    .where(
      own(
        ctx,
        strategyLinks,
        same(strategyLinks.keyResultId, keyResultId),
        same(strategyLinks.initiativeId, initiativeId),
        same(strategyLinks.productId, productId),
        same(strategyLinks.itemId, itemId),
      ),
    )
  return row
}

/**
 * Says that a product or an item works on a key result or an initiative; said again, only the note changes.
 * @throws NOT_FOUND, RULE_BROKEN for a closed objective, INVALID.
 */
export const linkSubject = command("strategy.linkSubject", {
  permission: "strategy.edit",
  input: linkSchema,
  async run(ctx, input) {
    const { subject, goal, targets } = await fetchEnds(ctx, input, true)
    const present = await findLink(ctx, input)
    if (present && present.note === input.note) return { id: present.id }
    const id = present?.id ?? newId()
    const row = { workspaceId: ctx.workspaceId, id, ...input, createdBy: ctx.userId, createdAt: ctx.now }
    const { keyResultId, initiativeId, productId, itemId, workspaceId } = strategyLinks
    const [saved] = await ctx.db
      .insert(strategyLinks)
      .values(row)
      .onConflictDoUpdate({
        target: [workspaceId, keyResultId, initiativeId, productId, itemId],
        set: { note: input.note },
      })
      .returning({ id: strategyLinks.id })
    ctx.record({
      targets,
      summary: present
        ? `Changed what ${subject.name} contributes to ${goal}`
        : `Linked ${subject.name} to ${goal}`,
      ...(present && { before: { note: present.note } }),
      after: { note: input.note },
    })
    return { id: saved?.id ?? id }
  },
})
