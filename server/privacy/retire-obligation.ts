import { eq } from "drizzle-orm"
import { z } from "zod"
import { obligations } from "@/db/schema/privacy-obligations"
import { own } from "@/server/kernel/database"
import { WORKSPACE_SCOPE } from "@/server/kernel/domain/grants"
import { command } from "@/server/kernel/operation"
import { reasonText } from "./domain/retention-rule"
import { fetchObligation, obligationTargets } from "./internal/obligation-rows"

/** Takes an obligation out of the register: it does not concern us, or the law is gone. @throws NOT_FOUND */
export const retireObligation = command("privacy.retireObligation", {
  permission: "privacy.edit",
  at: () => WORKSPACE_SCOPE,
  input: z.object({ id: z.uuid(), reason: reasonText }),
  async run(ctx, { id, reason }) {
    const row = await fetchObligation(ctx, id)
    await ctx.db
      .update(obligations)
      .set({
        // The article may then be added anew.
        article: `${row.article} (retired ${ctx.now})`,
        retiredAt: ctx.now,
        retiredBy: ctx.userId,
        retireReason: reason,
      })
      .where(own(ctx, obligations, eq(obligations.id, id)))
    ctx.record({
      targets: obligationTargets(row),
      summary: `Retired the obligation ${row.regulation} ${row.article}`,
      reason,
    })
    return { id }
  },
})
