import { eq } from "drizzle-orm"
import { z } from "zod"
import { privacyControls } from "@/db/schema/privacy-obligations"
import { own } from "@/server/kernel/database"
import { WORKSPACE_SCOPE } from "@/server/kernel/domain/grants"
import { command } from "@/server/kernel/operation"
import { reasonText } from "./domain/retention-rule"
import { fetchControl } from "./internal/obligation-rows"

/** Removes a control from the register and from every obligation; the audit trail keeps it. @throws NOT_FOUND */
export const removeControl = command("privacy.removeControl", {
  permission: "privacy.edit",
  at: () => WORKSPACE_SCOPE,
  input: z.object({ id: z.uuid(), reason: reasonText }),
  async run(ctx, { id, reason }) {
    const before = await fetchControl(ctx, id)
    await ctx.db.delete(privacyControls).where(own(ctx, privacyControls, eq(privacyControls.id, id)))
    ctx.record({
      targets: [{ type: "control", id, name: before.name }],
      summary: `Removed the control ${before.name}`,
      before,
      reason,
    })
    return { id }
  },
})
