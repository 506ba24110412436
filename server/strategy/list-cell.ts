import { and, eq, isNull, or, sql } from "drizzle-orm"
import { z } from "zod"
import { items } from "@/db/schema/backlog"
import { strategyLinks } from "@/db/schema/initiatives"
import { keyResults, objectives } from "@/db/schema/objectives"
import { own } from "@/server/kernel/database"
import { query } from "@/server/kernel/operation"
import { sentenceOf } from "./domain/sentence"
import { asDefinition, definitionColumns, live } from "./internal/key-result-rows"
import { selectLinks } from "./internal/link-rows"
import { openItem } from "./internal/live-links"

/** What a cell of the coverage map counts: by key result, the product's own link and its open items that work on it. */
export const listCell = query("strategy.listCell", {
  permission: "strategy.read",
  at: "rows",
  input: z.object({
    /** Null for items without a product. */
    productId: z.uuid().nullable(),
    objectiveId: z.uuid(),
    keyResultId: z.uuid().nullable().default(null),
  }),
  async run(ctx, { productId, objectiveId, keyResultId }) {
    const rows = await ctx.db
      .select({ ...definitionColumns, id: keyResults.id, linkId: strategyLinks.id })
      .from(strategyLinks)
      .innerJoin(keyResults, own(ctx, keyResults, eq(keyResults.id, strategyLinks.keyResultId)))
      .innerJoin(objectives, own(ctx, objectives, eq(objectives.id, keyResults.objectiveId)))
      .leftJoin(items, own(ctx, items, eq(items.id, strategyLinks.itemId), openItem(ctx)))
      .where(
        own(
          ctx,
          strategyLinks,
          live,
          eq(objectives.id, objectiveId),
          keyResultId ? eq(keyResults.id, keyResultId) : undefined,
          productId
            ? or(eq(strategyLinks.productId, productId), eq(items.productId, productId))
            : and(sql`${items.id} is not null`, isNull(items.productId)),
        ),
      )
      .limit(2000)
    const counted = new Set(rows.map(({ linkId }) => linkId))
    const results = [...new Map(rows.map((row) => [row.id, row])).values()]
    const { links } = await selectLinks(
      ctx,
      "keyResultId",
      results.map(({ id }) => id),
    )
    return results.map((row) => ({
      id: row.id,
      sentence: sentenceOf(asDefinition(row)),
      links: (links.get(row.id) ?? []).filter(({ linkId }) => counted.has(linkId)),
    }))
  },
})
