import { eq, sql } from "drizzle-orm"
import { z } from "zod"
import { imports } from "@/db/schema/backlog"
import { own } from "@/server/kernel/database"
import { PlumblineError, ruleBroken } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { changedSince } from "./internal/changed-since"
import { expectManyRows } from "./internal/expect-many-rows"
import { fetchImport } from "./internal/find-import"
import { lockBacklog } from "./internal/lock-backlog"
import { mayUndoImport } from "./internal/may-undo-import"
import { nameSome } from "./internal/name-some"
import { judgeRestore, removeCreated, restoreUpdated } from "./internal/restore-import"

const LISTED = 50

/**
 * Takes an import back within 24 hours: items it made are removed, items it changed get their former fields. `warnings`
 * tells of soft limits of columns that are exceeded now.
 * @throws RULE_BROKEN when it is too late, when items were changed since, or when they would come back into a full
 * column (listed in `current`); NOT_FOUND.
 */
export const undoImport = command("backlog.undoImport", {
  permission: "backlog.import",
  input: z.object({
    importId: z.uuid(),
    reason: z.string().trim().min(1, "Say why the import is undone").max(500),
  }),
  async run(ctx, { importId, reason }) {
    await lockBacklog(ctx)
    await expectManyRows(ctx)
    const row = await fetchImport(ctx, importId)
    const verdict = mayUndoImport(row, ctx.now)
    if (!verdict.ok) throw ruleBroken(verdict.reason)
    await ctx.db.execute(sql`select 1 from items i join import_changes c on c.workspace_id = i.workspace_id and c.item_id = i.id
      where c.workspace_id = ${ctx.workspaceId} and c.import_id = ${importId} for update of i`)
    const touched = await changedSince(ctx, importId, LISTED)
    if (touched.length > 0) throw inTheWay("work was done on its items since", touched)
    await ctx.db.execute(sql`set constraints items_parent_fk deferred`)
    const removed = await removeCreated(ctx, importId)
    const { refused, warnings } = await judgeRestore(ctx, importId)
    if (refused.length > 0) throw inTheWay("items would come back into full columns", refused)
    const restored = await restoreUpdated(ctx, importId)
    await ctx.db.execute(sql`set constraints items_parent_fk immediate`)
    await ctx.db
      .update(imports)
      .set({ status: "undone", undoneAt: ctx.now })
      .where(own(ctx, imports, eq(imports.id, importId)))
    ctx.record({
      targets: [{ type: "import", id: importId, name: row.fileName }],
      summary: `Undid the import of ${row.fileName}: ${removed} items removed, ${restored} restored`,
      after: { sha256: row.sha256, removed, restored },
      reason,
    })
    return { removed, restored, warnings }
  },
})

function inTheWay(reason: string, found: readonly { id: string; key: string; why: string }[]) {
  const names = nameSome(found.map(({ key, why }) => `${key} (${why})`))
  return new PlumblineError("RULE_BROKEN", `The import cannot be undone, because ${reason}: ${names}`, {
    current: found.slice(0, LISTED),
  })
}
