import { obligations } from "@/db/schema/privacy-obligations"
import { WORKSPACE_SCOPE } from "@/server/kernel/domain/grants"
import { newId } from "@/server/kernel/domain/id"
import { invalidField } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { requireMembers } from "@/server/kernel/require-members"
import { obligationSchema } from "./domain/obligation"
import { obligationTargets, requireControls, writeControls } from "./internal/obligation-rows"

/** Adds an obligation. @throws INVALID when the article stands in the register already, NOT_FOUND */
export const createObligation = command("privacy.createObligation", {
  permission: "privacy.edit",
  at: () => WORKSPACE_SCOPE,
  input: obligationSchema,
  async run(ctx, { controlIds, ...fields }) {
    await requireMembers(ctx, { ownerId: fields.ownerId })
    await requireControls(ctx, controlIds)
    const id = newId()
    const times = { createdBy: ctx.userId, createdAt: ctx.now, updatedAt: ctx.now }
    const made = await ctx.db
      .insert(obligations)
      .values({ ...fields, ...times, workspaceId: ctx.workspaceId, id })
      .onConflictDoNothing()
      .returning({ id: obligations.id })
    if (made.length === 0) {
      throw invalidField(
        "article",
        `${fields.regulation} ${fields.article} stands in the register, or was retired`,
      )
    }
    await writeControls(ctx, id, controlIds)
    ctx.record({
      targets: obligationTargets({ id, ...fields }),
      summary: `Added the obligation ${fields.regulation} ${fields.article} ${fields.title}`,
      after: { ...fields, controlIds },
    })
    return { id }
  },
})
