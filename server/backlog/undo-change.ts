import { and, eq, isNull, sql } from "drizzle-orm"
import { z } from "zod"
import { bulkChangeItems, bulkChanges } from "@/db/schema/board"
import { own } from "@/server/kernel/database"
import { notFound, PlumblineError, ruleBroken } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import type { UndoConflicts } from "./domain/bulk-change"
import { selectChanged } from "./internal/bulk-items"
import { expectManyRows } from "./internal/expect-many-rows"
import { judgeUndo } from "./internal/judge-undo"
import { lockBacklog } from "./internal/lock-backlog"
import { nameSome } from "./internal/name-some"
import { keysOnCircles } from "./internal/parent-line"
import { writeBulk } from "./internal/write-bulk"

const TOLD = 100

/**
 * Takes a change of many items back: each gets its former values. Items that somebody changed since, or that cannot go
 * back (a full column, no permission), are conflicts: told in `details.current` (UndoConflicts) with both versions,
 * and with `skipConflicts` the others are restored.
 * @throws CONFLICT, RULE_BROKEN when it was undone already, NOT_FOUND, FORBIDDEN.
 */
export const undoChange = command("backlog.undoChange", {
  permission: "backlog.edit",
  at: "rows",
  input: z.object({ changeId: z.uuid(), skipConflicts: z.boolean().default(false) }),
  async run(ctx, { changeId, skipConflicts }) {
    await lockBacklog(ctx)
    await expectManyRows(ctx)
    const [change] = await ctx.db
      .select()
      .from(bulkChanges)
      .where(own(ctx, bulkChanges, eq(bulkChanges.id, changeId)))
    if (!change) throw notFound("The change")
    if (change.undoneAt) throw ruleBroken("This change was undone already")
    const { writes, conflicts } = await judgeUndo(ctx, await selectChanged(ctx, changeId))
    if (conflicts.length > 0 && !skipConflicts) {
      const current: UndoConflicts = {
        conflicts: conflicts.slice(0, TOLD),
        conflictCount: conflicts.length,
        restorable: writes.length,
      }
      const names = nameSome(conflicts.map(({ key }) => key))
      throw new PlumblineError("CONFLICT", `The change was not undone, because of ${names}`, { current })
    }
    if (writes.length === 0) throw ruleBroken("Nothing of this change can be undone any more")
    await writeBulk(ctx, writes)
    const circular = await keysOnCircles(
      ctx,
      writes.filter(({ after }) => after.parentId).map(({ item }) => item.id),
    )
    if (circular.length > 0)
      throw ruleBroken(`${nameSome(circular)} would be their own ancestors, because parents changed since`)
    const ids = JSON.stringify(writes.map(({ item }) => item.id))
    await ctx.db
      .update(bulkChangeItems)
      .set({ restoredAt: ctx.now })
      .where(
        own(
          ctx,
          bulkChangeItems,
          and(
            eq(bulkChangeItems.changeId, changeId),
            sql`${bulkChangeItems.itemId} in (select value::uuid from json_array_elements_text(${ids}::text::json))`,
          ),
        ),
      )
    await ctx.db
      .update(bulkChanges)
      .set({ undoneAt: ctx.now, undoneBy: ctx.userId })
      .where(own(ctx, bulkChanges, eq(bulkChanges.id, changeId), isNull(bulkChanges.undoneAt)))
    const what = writes.length === 1 ? writes[0]!.item.key : `${writes.length.toLocaleString("en-GB")} items`
    ctx.record({
      targets: [
        { type: "change", id: changeId, name: change.summary },
        ...writes.map(({ item }) => ({ type: "item", id: item.id, name: item.key })),
      ],
      summary: `Undid “${change.summary}”; ${what} went back`,
      after: { restored: writes.length, left: conflicts.length },
    })
    return { restored: writes.length, left: conflicts.length }
  },
})
