import { isNull } from "drizzle-orm"
import { z } from "zod"
import { items } from "@/db/schema/backlog"
import { own } from "@/server/kernel/database"
import { query } from "@/server/kernel/operation"
import { similarTo } from "./domain/similar-titles"
import { inReach } from "./internal/scope"

/** Items whose title is similar to one being written, best first, at most five; the archive is left out. */
export const findSimilar = query("backlog.findSimilar", {
  permission: "backlog.read",
  at: "rows",
  input: z.object({ title: z.string().trim().max(300), exceptId: z.uuid().nullish() }),
  async run(ctx, { title, exceptId }) {
    if (title.length < 4) return { items: [] }
    const titles = await ctx.db
      .select({ id: items.id, key: items.key, title: items.title, status: items.status })
      .from(items)
      .where(own(ctx, items, isNull(items.archivedAt), inReach(ctx, "backlog.read")))
    return {
      items: similarTo(
        title,
        titles.filter(({ id }) => id !== exceptId),
      ),
    }
  },
})
