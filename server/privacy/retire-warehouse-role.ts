import { eq } from "drizzle-orm"
import { z } from "zod"
import { warehouseRoles } from "@/db/schema/privacy-masking"
import { own } from "@/server/kernel/database"
import { command } from "@/server/kernel/operation"
import { reasonText } from "./domain/retention-rule"
import { fetchRole } from "./internal/masking-rows"

/** Takes a role out of the policies, with a reason. Its rights in the warehouse have to be taken there. */
export const retireWarehouseRole = command("privacy.retireWarehouseRole", {
  permission: "masking.edit",
  input: z.object({ id: z.uuid(), reason: reasonText }),
  async run(ctx, { id, reason }) {
    const { name, version } = await fetchRole(ctx, id)
    await ctx.db
      .update(warehouseRoles)
      .set({ retiredAt: ctx.now, retiredBy: ctx.userId, retireReason: reason, version: version + 1 })
      .where(own(ctx, warehouseRoles, eq(warehouseRoles.id, id)))
    ctx.record({
      targets: [{ type: "warehouse_role", id, name }],
      summary: `Retired the warehouse role ${name}`,
      reason,
    })
    return { id }
  },
})
