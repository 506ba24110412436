import { and, eq } from "drizzle-orm"
import { z } from "zod"
import { initiatives } from "@/db/schema/initiatives"
import { own } from "@/server/kernel/database"
import { conflict } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { reasonSchema } from "./domain/objective"
import { fetchInitiative } from "./internal/initiative-rows"

/** Takes an initiative off the roadmap; its funding stays in the records. @throws CONFLICT, NOT_FOUND */
export const dropInitiative = command("strategy.dropInitiative", {
  permission: "strategy.edit",
  input: z.object({ id: z.uuid(), version: z.number().int().min(1), reason: reasonSchema }),
  async run(ctx, { id, version, reason }) {
    const { name, version: present } = await fetchInitiative(ctx, id)
    const saved = await ctx.db
      .update(initiatives)
      .set({ droppedAt: ctx.now, droppedBy: ctx.userId, dropReason: reason, version: version + 1 })
      .where(and(own(ctx, initiatives, eq(initiatives.id, id)), eq(initiatives.version, version)))
      .returning({ id: initiatives.id })
    if (saved.length === 0) throw conflict("The initiative", { id, version: present })
    ctx.record({
      targets: [{ type: "initiative", id, name }],
      summary: `Took the initiative ${name} off the roadmap`,
      reason,
    })
    return { id }
  },
})
