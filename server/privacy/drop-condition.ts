import { and, eq } from "drizzle-orm"
import { z } from "zod"
import { items } from "@/db/schema/backlog"
import { ethicsConditions } from "@/db/schema/privacy-ethics"
import { own } from "@/server/kernel/database"
import { notFound } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { reasonText } from "./domain/retention-rule"
import { checkpointTargets, openCheckpoint, saveCheckpoint, scopeOfCheckpoint } from "./internal/ethics-rows"
import { findChecked, subjectOf } from "./internal/ethics-subject"

/** An item is no condition any longer; it stays in the backlog. @throws CONFLICT, RULE_BROKEN, NOT_FOUND */
export const dropCondition = command("privacy.dropCondition", {
  permission: "ethics.edit",
  at: (ctx, { id }) => scopeOfCheckpoint(ctx, id),
  input: z.object({
    id: z.uuid(),
    version: z.number().int().min(1),
    itemId: z.uuid(),
    reason: reasonText,
  }),
  async run(ctx, { id, version, itemId, reason }) {
    const row = await openCheckpoint(ctx, id, version)
    const { checkpointId, itemId: item } = ethicsConditions
    const gone = await ctx.db
      .delete(ethicsConditions)
      .where(own(ctx, ethicsConditions, and(eq(checkpointId, id), eq(item, itemId))))
      .returning({ itemId: item })
    const [dropped] = await ctx.db
      .select({ key: items.key })
      .from(items)
      .where(own(ctx, items, eq(items.id, itemId)))
    if (gone.length === 0 || !dropped) throw notFound("The condition")
    const next = await saveCheckpoint(ctx, row)
    const checked = await findChecked(ctx, subjectOf(row))
    ctx.record({
      targets: [...checkpointTargets(id, checked), { type: "item", id: itemId, name: dropped.key }],
      summary: `Dropped ${dropped.key} as a condition of ${checked.name}`,
      reason,
    })
    return { id, version: next }
  },
})
