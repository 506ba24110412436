import { eq } from "drizzle-orm"
import { workshopPeople } from "@/db/schema/workshops"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { ruleBroken } from "@/server/kernel/errors"

/** The caller's own row of one workshop, as a condition. */
export const ownSeat = (ctx: OpCtx, workshopId: string) =>
  own(ctx, workshopPeople, eq(workshopPeople.workshopId, workshopId), eq(workshopPeople.userId, ctx.userId))

/** The caller's own row; undefined when they are neither invited nor joined. */
export async function findOwnSeat(ctx: OpCtx, workshopId: string) {
  const [row] = await ctx.db.select().from(workshopPeople).where(ownSeat(ctx, workshopId))
  return row
}

/** @throws RULE_BROKEN unless the caller has joined. */
export async function expectJoined(ctx: OpCtx, workshopId: string) {
  const seat = await findOwnSeat(ctx, workshopId)
  if (!seat?.joinedAt) throw ruleBroken("Join the workshop first")
  return seat
}
