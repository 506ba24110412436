import { z } from "zod"
import { bulkChanges } from "@/db/schema/board"
import { newId } from "@/server/kernel/domain/id"
import { notFound, PlumblineError } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { requireMembers } from "@/server/kernel/require-members"
import { type Blocked, bulkFieldsSchema, selectionSchema } from "./domain/bulk-change"
import { fetchSelection } from "./internal/bulk-items"
import { describeBulk } from "./internal/describe-bulk"
import { expectManyRows } from "./internal/expect-many-rows"
import { judgeBulk } from "./internal/judge-bulk"
import { lockBacklog } from "./internal/lock-backlog"
import { nameSome } from "./internal/name-some"
import { parentLine } from "./internal/parent-line"
import { scopeOfProduct } from "./internal/scope"
import { noteBulk, writeBulk } from "./internal/write-bulk"

/** Blockers that are told one by one. */
const TOLD = 100

/**
 * Changes the same fields of many items as one change that `undoChange` takes back: all of them, or none and the list
 * of those that stand in the way (`details.current`, a Blocked); with `skipBlocked` the others are changed.
 * `changeId` is null when all were so already.
 * @throws RULE_BROKEN with the blockers, NOT_FOUND, FORBIDDEN for the product to move to, INVALID.
 */
export const changeItems = command("backlog.changeItems", {
  permission: "backlog.edit",
  at: "rows",
  input: z.object({
    selection: selectionSchema,
    changes: bulkFieldsSchema,
    skipBlocked: z.boolean().default(false),
  }),
  async run(ctx, { selection, changes, skipBlocked }) {
    await lockBacklog(ctx)
    await expectManyRows(ctx)
    const { found, missing } = await fetchSelection(ctx, selection)
    await requireMembers(ctx, { "changes.ownerId": changes.ownerId })
    if (changes.productId !== undefined)
      ctx.require("backlog.edit", await scopeOfProduct(ctx, changes.productId))
    if (changes.parentId && (await parentLine(ctx, changes.parentId)).size === 0) throw notFound("The parent")
    const judged = await judgeBulk(ctx, found, changes)
    const gone = missing.map((id) => ({ id, key: null, title: "", reason: "It is no longer here" }))
    const blocked = [...judged.blocked, ...gone]
    const { writes, unchanged, warnings } = judged
    if (blocked.length > 0 && !skipBlocked) throw blockedBy(blocked, writes.length)
    if (writes.length === 0)
      return { changeId: null, changed: 0, unchanged, blocked: blocked.length, warnings }

    await writeBulk(ctx, writes)
    const keys = writes.map(({ item }) => item.key)
    const summary = describeBulk(changes, keys)
    const change = {
      id: newId(),
      summary,
      itemCount: writes.length,
      createdBy: ctx.userId,
      createdAt: ctx.now,
    }
    await ctx.db.insert(bulkChanges).values({ ...change, workspaceId: ctx.workspaceId })
    await noteBulk(ctx, change.id, writes)
    ctx.record({
      targets: [
        { type: "change", id: change.id, name: summary },
        ...writes.map(({ item }) => ({ type: "item", id: item.id, name: item.key })),
      ],
      summary,
      after: { changes, changed: writes.length, unchanged, blocked: blocked.length },
    })
    return { changeId: change.id, changed: writes.length, unchanged, blocked: blocked.length, warnings }
  },
})

function blockedBy(blocked: Blocked["blocked"], changeable: number) {
  const names = nameSome(blocked.map(({ key }) => key ?? "an item that is gone"))
  const current: Blocked = { blocked: blocked.slice(0, TOLD), blockedCount: blocked.length, changeable }
  const reason = blocked.length === 1 ? `: ${blocked[0]!.reason}` : ""
  return new PlumblineError("RULE_BROKEN", `Nothing was changed, because of ${names}${reason}`, { current })
}
