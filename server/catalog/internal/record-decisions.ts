import { classificationDecisions } from "@/db/schema/catalog"
import type { OpCtx } from "@/server/kernel/context"
import { newId } from "@/server/kernel/domain/id"

type Part = Omit<
  typeof classificationDecisions.$inferInsert,
  "workspaceId" | "id" | "reason" | "decidedBy" | "decidedAt"
>

/** Adds to the history of classification, in parts that a statement can carry. */
export async function recordDecisions(ctx: OpCtx, reason: string, parts: readonly Part[]): Promise<void> {
  const rows = parts.map((part) => ({
    ...part,
    reason,
    id: newId(),
    workspaceId: ctx.workspaceId,
    decidedBy: ctx.userId,
    decidedAt: ctx.now,
  }))
  for (let start = 0; start < rows.length; start += 1000) {
    await ctx.db.insert(classificationDecisions).values(rows.slice(start, start + 1000))
  }
}
