import { z } from "zod"
import { itemRelations } from "@/db/schema/relations"
import { command } from "@/server/kernel/operation"
import { fetchEnds, symmetric } from "./internal/relation-ends"

/** Notes that two similar items are different, so that they are not proposed as duplicates again. @throws NOT_FOUND */
export const dismissDuplicate = command("backlog.dismissDuplicate", {
  permission: "backlog.edit",
  at: "rows",
  input: z.object({ ids: z.tuple([z.uuid(), z.uuid()]).refine(([a, b]) => a !== b, "Name two items") }),
  async run(ctx, { ids }) {
    const [a, b] = await fetchEnds(ctx, ids, "backlog.edit")
    const added = await ctx.db
      .insert(itemRelations)
      .values({
        ...symmetric("distinct", a.id, b.id),
        workspaceId: ctx.workspaceId,
        createdBy: ctx.userId,
        createdAt: ctx.now,
      })
      .onConflictDoNothing()
      .returning({ kind: itemRelations.kind })
    if (added.length === 0) return { dismissed: false }
    ctx.record({
      targets: [
        { type: "item", id: a.id, name: a.key },
        { type: "item", id: b.id, name: b.key },
      ],
      summary: `Noted that ${a.key} and ${b.key} are no duplicates`,
    })
    return { dismissed: true }
  },
})
