import { warehouseRoles } from "@/db/schema/privacy-masking"
import { newId } from "@/server/kernel/domain/id"
import { command } from "@/server/kernel/operation"
import { warehouseRoleFields } from "./domain/warehouse-role"
import { nameTaken } from "./internal/rule-checks"

/** Adds a role of the warehouse. It sees nothing until it has rules. @throws INVALID when the name is taken. */
export const createWarehouseRole = command("privacy.createWarehouseRole", {
  permission: "masking.edit",
  input: warehouseRoleFields,
  async run(ctx, input) {
    const id = newId()
    const row = { ...input, id, workspaceId: ctx.workspaceId, createdAt: ctx.now, updatedAt: ctx.now }
    const created = await ctx.db
      .insert(warehouseRoles)
      .values(row)
      .onConflictDoNothing()
      .returning({ id: warehouseRoles.id })
    if (created.length === 0) throw nameTaken("name", "role", input.name)
    ctx.record({
      targets: [{ type: "warehouse_role", id, name: input.name }],
      summary: `Added the warehouse role ${input.name}`,
      after: input,
    })
    return { id }
  },
})
