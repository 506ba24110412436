import { eq } from "drizzle-orm"
import { z } from "zod"
import { itemRelations } from "@/db/schema/relations"
import { own } from "@/server/kernel/database"
import { notFound } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { RELATION_WORDS, type RelationWord } from "./domain/relation"
import { fetchEnds, keptAs } from "./internal/relation-ends"

const words = Object.keys(RELATION_WORDS) as [RelationWord, ...RelationWord[]]

/** Takes a relation of two items away. @throws NOT_FOUND when they do not relate so. */
export const unrelateItems = command("backlog.unrelateItems", {
  permission: "backlog.edit",
  at: "rows",
  input: z.object({ fromId: z.uuid(), toId: z.uuid(), word: z.enum(words) }),
  async run(ctx, { fromId, toId, word }) {
    const [from, to] = await fetchEnds(ctx, [fromId, toId], "backlog.edit")
    const row = keptAs(fromId, toId, word)
    const removed = await ctx.db
      .delete(itemRelations)
      .where(
        own(
          ctx,
          itemRelations,
          eq(itemRelations.kind, row.kind),
          eq(itemRelations.fromId, row.fromId),
          eq(itemRelations.toId, row.toId),
        ),
      )
      .returning({ createdAt: itemRelations.createdAt })
    if (removed.length === 0) throw notFound("This relation")
    ctx.record({
      targets: [
        { type: "item", id: from.id, name: from.key },
        { type: "item", id: to.id, name: to.key },
      ],
      summary: `Took away that ${from.key} ${RELATION_WORDS[word]} ${to.key}`,
      before: { word, from: from.key, to: to.key, since: removed[0]?.createdAt ?? null },
    })
    return { removed: true }
  },
})
