import { eq, isNull } from "drizzle-orm"
import { z } from "zod"
import { orderChanges } from "@/db/schema/backlog"
import { own } from "@/server/kernel/database"
import { notFound, PlumblineError, ruleBroken } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { expectManyRows } from "./internal/expect-many-rows"
import { lockBacklog } from "./internal/lock-backlog"
import { nameSome } from "./internal/name-some"
import { fetchOrdered } from "./internal/ordered-items"
import { writeRanks } from "./internal/write-ranks"

/**
 * Takes a change of order back. @throws RULE_BROKEN, naming the items, when somebody moved one of them since or it is
 * gone; NOT_FOUND, FORBIDDEN.
 */
export const undoReorder = command("backlog.undoReorder", {
  permission: "backlog.rank",
  at: "rows",
  input: z.object({ changeId: z.uuid() }),
  async run(ctx, { changeId }) {
    await lockBacklog(ctx)
    await expectManyRows(ctx)
    const [change] = await ctx.db
      .select()
      .from(orderChanges)
      .where(own(ctx, orderChanges, eq(orderChanges.id, changeId)))
    if (!change) throw notFound("The change of order")
    if (change.undoneAt) throw ruleBroken("This change of order was undone already")
    const present = await fetchOrdered(
      ctx,
      change.after.map(({ id }) => id),
    )
    const now = new Map(present.map((item) => [item.id, item]))
    if (now.size < change.after.length)
      throw ruleBroken("Some of these items are no longer there, so their order cannot be restored")
    const moved = change.after.flatMap(({ id, rank }) => (now.get(id)!.rank === rank ? [] : [now.get(id)!]))
    if (moved.length > 0) {
      const names = nameSome(moved.map(({ key }) => key))
      throw new PlumblineError(
        "RULE_BROKEN",
        `The order cannot be undone: ${names} moved since. Move the items by hand instead`,
        {
          current: moved.slice(0, 50),
        },
      )
    }
    await writeRanks(ctx, change.before)
    await ctx.db
      .update(orderChanges)
      .set({ undoneAt: ctx.now })
      .where(own(ctx, orderChanges, eq(orderChanges.id, changeId), isNull(orderChanges.undoneAt)))
    ctx.record({
      targets: [{ type: "order", id: changeId, name: "Order of the backlog" }],
      summary: `Undid a change of order; ${change.before.length} items went back to their places`,
      before: change.after,
      after: change.before,
    })
    return { restored: change.before.length }
  },
})
