import { eq } from "drizzle-orm"
import { z } from "zod"
import { obligations } from "@/db/schema/privacy-obligations"
import { own } from "@/server/kernel/database"
import { changedFields } from "@/server/kernel/domain/changed-fields"
import { WORKSPACE_SCOPE } from "@/server/kernel/domain/grants"
import { conflict, invalidField, sqlState } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { requireMembers } from "@/server/kernel/require-members"
import { obligationSchema } from "./domain/obligation"
import {
  fetchObligation,
  obligationTargets,
  requireControls,
  writeControls,
} from "./internal/obligation-rows"

/** Changes an obligation and what answers it. @throws CONFLICT with it as it stands, INVALID, NOT_FOUND */
export const updateObligation = command("privacy.updateObligation", {
  permission: "privacy.edit",
  at: () => WORKSPACE_SCOPE,
  input: z.object({ id: z.uuid(), version: z.number().int().min(1), fields: obligationSchema }),
  async run(ctx, { id, version, fields: { controlIds, ...fields } }) {
    const before = await fetchObligation(ctx, id)
    const held = new Set(before.controlIds)
    const sameControls = held.size === new Set(controlIds).size && controlIds.every((one) => held.has(one))
    const { controlIds: _held, owner: by, ...row } = before
    const changed = changedFields({ ...row, ownerId: by?.id ?? null }, fields)
    if (before.version === version && sameControls && !changed) return { id, version }
    await requireMembers(ctx, { "fields.ownerId": fields.ownerId })
    await requireControls(ctx, controlIds)
    const saved = await ctx.db
      .update(obligations)
      .set({ ...fields, version: version + 1, updatedAt: ctx.now })
      .where(own(ctx, obligations, eq(obligations.id, id), eq(obligations.version, version)))
      .returning({ id: obligations.id })
      .catch((error: unknown) => {
        if (sqlState(error) !== "23505") throw error
        throw invalidField("fields.article", `${fields.regulation} ${fields.article} stands in the register`)
      })
    if (saved.length === 0) throw conflict("The obligation", before)
    await writeControls(ctx, id, controlIds)
    const { owner, version: _version, ...old } = before
    ctx.record({
      targets: obligationTargets({ id, ...fields }),
      summary: `Changed the obligation ${before.regulation} ${before.article}`,
      before: { ...old, ownerId: owner?.id ?? null },
      after: { ...fields, controlIds },
    })
    return { id, version: version + 1 }
  },
})
