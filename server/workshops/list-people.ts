import { and, count, eq, sql } from "drizzle-orm"
import { z } from "zod"
import { users } from "@/db/schema/members"
import { workshopEntries, workshopPeople } from "@/db/schema/workshops"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { listPresent } from "@/server/kernel/live/presence"
import { query } from "@/server/kernel/operation"
import { topicOf } from "./domain/workshop"
import { absenceOf } from "./internal/absence"
import { fetchWorkshopItems, readableItems } from "./internal/workshop-items"
import { fetchWorkshop, type WorkshopRow } from "./internal/workshop-rows"

/** How many items each person has scored in full in the round under way: how many, and nothing else. */
async function countDone(ctx: OpCtx, { id, round, framework }: WorkshopRow): Promise<Map<string, number>> {
  const keys = JSON.stringify(framework.definition.criteria.map(({ key }) => key))
  const rows = await ctx.db
    .select({ userId: workshopEntries.userId, done: count() })
    .from(workshopEntries)
    .where(
      own(
        ctx,
        workshopEntries,
        and(eq(workshopEntries.workshopId, id), eq(workshopEntries.round, round)),
        sql`jsonb_exists_all(${workshopEntries.inputs}, array(select jsonb_array_elements_text(${keys}::text::jsonb)))`,
      ),
    )
    .groupBy(workshopEntries.userId)
  return new Map(rows.map(({ userId, done }) => [userId, Number(done)]))
}

/**
 * Who is invited, joined and here now, how far each is in the round, and who dissents; by name. `absence`: seconds
 * since the facilitator's last sign, null while they are here. @throws NOT_FOUND, FORBIDDEN.
 */
export const listPeople = query("workshops.listPeople", {
  permission: "scoring.read",
  at: "rows",
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }) {
    const workshop = await fetchWorkshop(ctx, id)
    readableItems(ctx, await fetchWorkshopItems(ctx, id))
    const seen = await listPresent(ctx, topicOf(id))
    const here = new Map(seen.map((row) => [row.userId, row]))
    const done = await countDone(ctx, workshop)
    const rows = await ctx.db
      .select({ seat: workshopPeople, name: users.name })
      .from(workshopPeople)
      .innerJoin(users, eq(users.id, workshopPeople.userId))
      .where(own(ctx, workshopPeople, eq(workshopPeople.workshopId, id)))
    const people = rows.map(({ seat, name }) => ({
      userId: seat.userId,
      name,
      invited: seat.invitedAt !== null,
      joined: seat.joinedAt !== null,
      present: here.get(seat.userId)?.present ?? false,
      finished: workshop.round > 0 && seat.finishedRound >= workshop.round,
      done: done.get(seat.userId) ?? 0,
      dissent: seat.dissent,
      dissentAt: seat.dissentAt,
    }))
    const seated = new Set(people.map(({ userId }) => userId))
    return {
      people: people.sort((a, b) => a.name.localeCompare(b.name, "en")),
      /** People who look on without having joined. */
      watching: seen.filter(({ userId, present }) => present && !seated.has(userId)).length,
      absence: await absenceOf(ctx, workshop, seen),
      now: ctx.now,
    }
  },
})
