import { z } from "zod"
import { obligations } from "@/db/schema/privacy-obligations"
import { WORKSPACE_SCOPE } from "@/server/kernel/domain/grants"
import { newId } from "@/server/kernel/domain/id"
import { ruleBroken } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { STARTER_OBLIGATIONS } from "./domain/starter-obligations"
import { obligationTargets } from "./internal/obligation-rows"

/** Adds the starter set, as far as it is not there. @throws RULE_BROKEN when all of it is there already */
export const addStarterObligations = command("privacy.addStarterObligations", {
  permission: "privacy.edit",
  at: () => WORKSPACE_SCOPE,
  input: z.object({}),
  async run(ctx) {
    const times = { createdBy: ctx.userId, createdAt: ctx.now, updatedAt: ctx.now }
    const rows = STARTER_OBLIGATIONS.map((one) => ({
      ...{ ...one, ...times, workspaceId: ctx.workspaceId, id: newId() },
    }))
    const { id, regulation, article } = obligations
    const added = await ctx.db
      .insert(obligations)
      .values(rows)
      .onConflictDoNothing()
      .returning({ id, regulation, article })
    if (added.length === 0) throw ruleBroken("The whole starter set is in the register already")
    ctx.record({
      targets: added.flatMap(obligationTargets),
      summary: `Added ${added.length} obligations of the starter set`,
    })
    return { added: added.length }
  },
})
