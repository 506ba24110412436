import { eq, sql } from "drizzle-orm"
import { z } from "zod"
import { items } from "@/db/schema/backlog"
import { own } from "@/server/kernel/database"
import { command } from "@/server/kernel/operation"
import { fetchItem } from "./internal/find-item"
import { scopeOfItem } from "./internal/scope"

/**
 * Puts an item into the archive: out of every list, board and ranking, with nothing of it lost. Its parts stay where
 * they are, and its page says so. Archiving twice changes nothing. @throws NOT_FOUND
 */
export const archiveItem = command("backlog.archiveItem", {
  permission: "backlog.edit",
  at: (ctx, input) => scopeOfItem(ctx, input),
  input: z.object({ id: z.uuid(), reason: z.string().trim().max(500).default("") }),
  async run(ctx, { id, reason }) {
    const item = await fetchItem(ctx, id)
    const saved = await ctx.db
      .update(items)
      .set({
        archivedAt: ctx.now,
        archivedBy: ctx.userId,
        updatedAt: ctx.now,
        version: sql`${items.version} + 1`,
      })
      .where(own(ctx, items, eq(items.id, id), sql`${items.archivedAt} is null`))
      .returning({ version: items.version })
    if (saved.length === 0) return { id, archived: false }
    ctx.record({
      targets: [{ type: "item", id, name: item.key }],
      summary: `Archived ${item.key} “${item.title}”`,
      after: { archived: true },
      ...(reason && { reason }),
    })
    return { id, archived: true }
  },
})
