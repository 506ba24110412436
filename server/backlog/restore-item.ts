import { eq, sql } from "drizzle-orm"
import { z } from "zod"
import { items } from "@/db/schema/backlog"
import { own } from "@/server/kernel/database"
import { command } from "@/server/kernel/operation"
import { fetchItem } from "./internal/find-item"
import { guardPassage } from "./internal/passage-guard"
import { scopeOfItem } from "./internal/scope"

/** Takes an item out of the archive, back to its place in the order. Restoring twice changes nothing. @throws NOT_FOUND */
export const restoreItem = command("backlog.restoreItem", {
  permission: "backlog.edit",
  at: (ctx, input) => scopeOfItem(ctx, input),
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }) {
    const item = await fetchItem(ctx, id)
    await guardPassage(ctx, item.key, { id, before: item, after: { ...item, archivedAt: null } })
    const saved = await ctx.db
      .update(items)
      .set({ archivedAt: null, archivedBy: null, updatedAt: ctx.now, version: sql`${items.version} + 1` })
      .where(own(ctx, items, eq(items.id, id), sql`${items.archivedAt} is not null`))
      .returning({ version: items.version })
    if (saved.length === 0) return { id, restored: false }
    ctx.record({
      targets: [{ type: "item", id, name: item.key }],
      summary: `Restored ${item.key} “${item.title}” from the archive`,
      after: { archived: false },
    })
    return { id, restored: true }
  },
})
