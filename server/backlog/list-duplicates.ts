import { eq, inArray, isNull, or } from "drizzle-orm"
import { z } from "zod"
import { items } from "@/db/schema/backlog"
import { itemRelations } from "@/db/schema/relations"
import { own } from "@/server/kernel/database"
import { query } from "@/server/kernel/operation"
import { OPEN_STATUSES } from "./domain/item"
import { comparePairs } from "./domain/similar-titles"
import { selectListed } from "./internal/listed-items"
import { inReach } from "./internal/scope"

const MOST = 100

/** Lets the server answer others between the steps of a long comparison. */
async function inSteps<T>(steps: Generator<undefined, T>): Promise<T> {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    await new Promise((later) => setImmediate(later))
  }
}

/**
 * Pairs of open items with similar titles, the most similar first, at most 100; `total` counts all. Pairs that somebody
 * judged to be different, or that are marked as duplicates already, are left out.
 */
export const listDuplicates = query("backlog.listDuplicates", {
  permission: "backlog.read",
  at: "rows",
  input: z.object({ productId: z.uuid().nullish() }),
  async run(ctx, { productId }) {
    const present = own(
      ctx,
      items,
      isNull(items.archivedAt),
      inArray(items.status, [...OPEN_STATUSES]),
      productId ? eq(items.productId, productId) : undefined,
      inReach(ctx, "backlog.read"),
    )
    const [titles, judged] = await Promise.all([
      ctx.db.select({ id: items.id, title: items.title }).from(items).where(present),
      ctx.db
        .select({ a: itemRelations.fromId, b: itemRelations.toId })
        .from(itemRelations)
        .where(
          own(
            ctx,
            itemRelations,
            or(eq(itemRelations.kind, "distinct"), eq(itemRelations.kind, "duplicates")),
          ),
        ),
    ])
    const known = new Set(judged.flatMap(({ a, b }) => [`${a} ${b}`, `${b} ${a}`]))
    const pairs = (await inSteps(comparePairs(titles))).filter(({ a, b }) => !known.has(`${a} ${b}`))
    const shown = pairs.slice(0, MOST)
    const ids = [...new Set(shown.flatMap(({ a, b }) => [a, b]))]
    const rows = ids.length > 0 ? await selectListed(ctx).where(own(ctx, items, inArray(items.id, ids))) : []
    const byId = new Map(rows.map((row) => [row.id, row]))
    return {
      total: pairs.length,
      pairs: shown.map(({ a, b, similarity }) => ({
        similarity,
        items: [byId.get(a)!, byId.get(b)!] as const,
      })),
    }
  },
})
