import { and, countDistinct, desc, eq, inArray, sql } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import { items } from "@/db/schema/backlog"
import { products } from "@/db/schema/products"
import { scores } from "@/db/schema/scoring"
import { OPEN_STATUSES } from "@/server/backlog/domain/item"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import type { WaitingThing } from "@/server/products/domain/waiting-thing"
import { latestFrameworks } from "./internal/open-scores"
import { withinScoring } from "./internal/reach"
import { hasValues } from "./internal/score-rows"

/** Products shown; the rest waits its turn on the scoring page. */
const SHOWN = 5
const NAMED = 3

const mine = alias(scores, "mine")

/** Per product and framework: open items that others scored under its latest version, and the caller has not. */
async function missingScores(ctx: OpCtx, frameworkIds: string[]) {
  // A subquery that stands alone is hashed, whatever the planner knows about the table.
  const byMe = ctx.db
    .select({ itemId: mine.itemId, frameworkId: mine.frameworkId })
    .from(mine)
    .where(own(ctx, mine, eq(mine.userId, ctx.userId), sql`${mine.inputs} <> '{}'::jsonb`))
  return ctx.db
    .select({
      productId: items.productId,
      productName: products.name,
      frameworkId: scores.frameworkId,
      items: countDistinct(items.id),
      scorers: countDistinct(scores.userId),
      keys: sql<string>`string_agg(distinct ${items.key}, ',')`,
    })
    .from(scores)
    .innerJoin(items, own(ctx, items, eq(items.id, scores.itemId)))
    .leftJoin(products, own(ctx, products, eq(products.id, items.productId)))
    .where(
      own(
        ctx,
        scores,
        inArray(scores.frameworkId, frameworkIds),
        hasValues,
        inArray(items.status, [...OPEN_STATUSES]),
        and(withinScoring(ctx, "scoring.score"), withinScoring(ctx, "backlog.read")),
        sql`(${scores.itemId}, ${scores.frameworkId}) not in ${byMe}`,
      ),
    )
    .groupBy(items.productId, products.name, scores.frameworkId)
    .orderBy(desc(countDistinct(items.id)))
}

function nameSome(keys: readonly string[]): string {
  if (keys.length > NAMED) return `${keys.slice(0, NAMED - 1).join(", ")} and ${keys.length - NAMED + 1} more`
  return keys.length > 1 ? `${keys.slice(0, -1).join(", ")} and ${keys.at(-1)}` : (keys[0] ?? "")
}

/** Scores that others gave and the caller owes, one thing per product: those with the most items. */
export async function waitingScores(ctx: OpCtx): Promise<WaitingThing[]> {
  const frameworks = await latestFrameworks(ctx)
  if (frameworks.size === 0) return []
  const rows = await missingScores(ctx, [...frameworks.keys()])
  // The rows come with the most items first, so the first of a product is its main framework.
  const first = rows.filter(
    (row, index) => rows.findIndex((other) => other.productId === row.productId) === index,
  )
  return first.slice(0, SHOWN).map((row) => {
    const { key, definition } = frameworks.get(row.frameworkId)!
    const product = row.productId ?? "none"
    const people = row.scorers === 1 ? "1 person" : `${row.scorers} people`
    const count = row.items === 1 ? "1 item" : `${row.items} items`
    return {
      kind: "score",
      id: product,
      title: `Score ${count} of ${row.productName ?? "the backlog without a product"}`,
      detail: `${nameSome(row.keys.split(","))}, scored with ${definition.name} by ${people}; the median waits for you`,
      state: "not scored",
      action: {
        label: row.items === 1 ? "Score item" : "Score items",
        href: `/${ctx.caller.workspace?.slug ?? ""}/backlog/scoring?view=score&todo=1&product=${product}&framework=${key}`,
      },
    }
  })
}
