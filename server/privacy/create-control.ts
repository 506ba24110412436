import { privacyControls } from "@/db/schema/privacy-obligations"
import { WORKSPACE_SCOPE } from "@/server/kernel/domain/grants"
import { newId } from "@/server/kernel/domain/id"
import { command } from "@/server/kernel/operation"
import { controlSchema } from "./domain/obligation"
import { requireCheck } from "./internal/read-controls"
import { nameTaken } from "./internal/rule-checks"

/** Adds a control with what shows it. @throws INVALID when the name is taken or there is no such check */
export const createControl = command("privacy.createControl", {
  permission: "privacy.edit",
  at: () => WORKSPACE_SCOPE,
  input: controlSchema,
  async run(ctx, fields) {
    requireCheck(fields, "checkId")
    const id = newId()
    const times = { createdBy: ctx.userId, createdAt: ctx.now, updatedAt: ctx.now }
    const made = await ctx.db
      .insert(privacyControls)
      .values({ ...fields, ...times, workspaceId: ctx.workspaceId, id })
      .onConflictDoNothing()
      .returning({ id: privacyControls.id })
    if (made.length === 0) throw nameTaken("name", "control", fields.name)
    ctx.record({
      targets: [{ type: "control", id, name: fields.name }],
      summary: `Added the control ${fields.name}`,
      after: fields,
    })
    return { id }
  },
})
