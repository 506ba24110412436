import { count, countDistinct, desc, eq, inArray, sql } from "drizzle-orm"
import { z } from "zod"
import { items } from "@/db/schema/backlog"
import { users } from "@/db/schema/members"
import { frameworks } from "@/db/schema/scoring"
import { workshopItems, workshopPeople, workshops } from "@/db/schema/workshops"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { query } from "@/server/kernel/operation"
import { productIdsWithin } from "@/server/products/within-reach"

/** Workshops with at least one item that the caller may read, as ids for `in`; undefined when it is all of them. */
function withinReadable(ctx: OpCtx) {
  const reached = productIdsWithin(ctx, "scoring.read")
  if (!reached) return undefined
  const ids = ctx.db
    .select({ id: workshopItems.workshopId })
    .from(workshopItems)
    .leftJoin(items, own(ctx, items, eq(items.id, workshopItems.itemId)))
    .where(
      own(
        ctx,
        workshopItems,
        inArray(
          sql`case when ${items.id} is null then ${workshopItems.productId} else ${items.productId} end`,
          reached,
        ),
      ),
    )
  return inArray(workshops.id, ids)
}

const partOf = (seat: { mine: boolean; joinedByMe: boolean } | undefined) =>
  seat?.joinedByMe ? ("joined" as const) : seat?.mine ? ("invited" as const) : null

/** The workshops, newest first, with how many items and people each had and who facilitates. */
export const listWorkshops = query("workshops.listWorkshops", {
  permission: "scoring.read",
  at: "rows",
  input: z.object({ limit: z.number().int().min(1).max(500).default(200) }),
  async run(ctx, { limit }) {
    const rows = await ctx.db
      .select({
        id: workshops.id,
        title: workshops.title,
        phase: workshops.phase,
        round: workshops.round,
        createdAt: workshops.createdAt,
        closedAt: workshops.closedAt,
        decision: workshops.decision,
        facilitator: users.name,
        framework: frameworks.name,
        frameworkVersion: frameworks.version,
      })
      .from(workshops)
      .innerJoin(frameworks, own(ctx, frameworks, eq(frameworks.id, workshops.frameworkId)))
      .leftJoin(users, eq(users.id, workshops.facilitatorId))
      .where(own(ctx, workshops, withinReadable(ctx)))
      .orderBy(desc(workshops.createdAt), desc(workshops.id))
      .limit(limit)
    const ids = rows.map(({ id }) => id)
    if (ids.length === 0) return []
    const [sizes, seats] = await Promise.all([
      ctx.db
        .select({ id: workshopItems.workshopId, items: count() })
        .from(workshopItems)
        .where(own(ctx, workshopItems, inArray(workshopItems.workshopId, ids)))
        .groupBy(workshopItems.workshopId),
      ctx.db
        .select({
          id: workshopPeople.workshopId,
          joined: countDistinct(
            sql`case when ${workshopPeople.joinedAt} is not null then ${workshopPeople.userId} end`,
          ),
          mine: sql<boolean>`bool_or(${workshopPeople.userId} = ${ctx.userId}::uuid)`,
          joinedByMe: sql<boolean>`bool_or(${workshopPeople.userId} = ${ctx.userId}::uuid and ${workshopPeople.joinedAt} is not null)`,
        })
        .from(workshopPeople)
        .where(own(ctx, workshopPeople, inArray(workshopPeople.workshopId, ids)))
        .groupBy(workshopPeople.workshopId),
    ])
    const itemsOf = new Map(sizes.map((row) => [row.id, Number(row.items)]))
    const seatsOf = new Map(seats.map((row) => [row.id, row]))
    return rows.map((row) => ({
      ...row,
      items: itemsOf.get(row.id) ?? 0,
      people: Number(seatsOf.get(row.id)?.joined ?? 0),
      mine: partOf(seatsOf.get(row.id)),
    }))
  },
})
