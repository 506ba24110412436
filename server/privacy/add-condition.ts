import { eq } from "drizzle-orm"
import { z } from "zod"
import { items } from "@/db/schema/backlog"
import { ethicsConditions } from "@/db/schema/privacy-ethics"
import { createItem } from "@/server/backlog/create-item"
import { own } from "@/server/kernel/database"
import { command } from "@/server/kernel/operation"
import { conditionSchema, ethicsPath } from "./domain/ethics"
import { checkpointTargets, openCheckpoint, saveCheckpoint, scopeOfCheckpoint } from "./internal/ethics-rows"
import { findChecked, subjectOf } from "./internal/ethics-subject"

/**
 * Adds a condition: an item of the backlog with owner and date, whose state is the condition's. It needs the permission
 * to create items too. @throws CONFLICT, RULE_BROKEN, INVALID, FORBIDDEN, NOT_FOUND
 */
export const addCondition = command("privacy.addCondition", {
  permission: "ethics.edit",
  at: (ctx, { id }) => scopeOfCheckpoint(ctx, id),
  input: conditionSchema.extend({ id: z.uuid(), version: z.number().int().min(1) }),
  async run(ctx, { id, version, title, ownerId, dueOn }) {
    const row = await openCheckpoint(ctx, id, version)
    const checked = await findChecked(ctx, subjectOf(row))
    const slug = ctx.caller.workspace?.slug ?? ""
    const [about] = row.itemId
      ? await ctx.db
          .select({ productId: items.productId })
          .from(items)
          .where(own(ctx, items, eq(items.id, row.itemId)))
      : [row]
    const item = await createItem(ctx, {
      title,
      ownerId,
      dueDate: dueOn,
      labels: ["ethics"],
      productId: about?.productId ?? null,
      description: `Condition of the [ethics checkpoint of ${checked.name}](/${slug}${ethicsPath(checked.path)}).`,
    })
    await ctx.db.insert(ethicsConditions).values({
      workspaceId: ctx.workspaceId,
      checkpointId: id,
      itemId: item.id,
      createdBy: ctx.userId,
      createdAt: ctx.now,
    })
    const next = await saveCheckpoint(ctx, row)
    ctx.record({
      targets: [...checkpointTargets(id, checked), { type: "item", id: item.id, name: item.key }],
      summary: `Made ${item.key} a condition of ${checked.name}`,
      after: { title, ownerId, dueOn },
    })
    return { id, version: next, itemKey: item.key }
  },
})
