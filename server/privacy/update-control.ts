import { eq } from "drizzle-orm"
import { z } from "zod"
import { privacyControls } from "@/db/schema/privacy-obligations"
import { own } from "@/server/kernel/database"
import { changedFields } from "@/server/kernel/domain/changed-fields"
import { WORKSPACE_SCOPE } from "@/server/kernel/domain/grants"
import { conflict } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { controlSchema } from "./domain/obligation"
import { fetchControl } from "./internal/obligation-rows"
import { requireCheck } from "./internal/read-controls"
import { orNameTaken } from "./internal/rule-checks"

/** Changes a control. @throws CONFLICT with it as it stands, INVALID when the name is taken or there is no such check, NOT_FOUND */
export const updateControl = command("privacy.updateControl", {
  permission: "privacy.edit",
  at: () => WORKSPACE_SCOPE,
  input: z.object({ id: z.uuid(), version: z.number().int().min(1), fields: controlSchema }),
  async run(ctx, { id, version, fields }) {
    const before = await fetchControl(ctx, id)
    if (before.version === version && !changedFields(before, fields)) return { id, version }
    if (fields.checkId !== before.checkId) requireCheck(fields, "fields.checkId")
    const saved = await ctx.db
      .update(privacyControls)
      .set({ ...fields, version: version + 1, updatedAt: ctx.now })
      .where(own(ctx, privacyControls, eq(privacyControls.id, id), eq(privacyControls.version, version)))
      .returning({ id: privacyControls.id })
      .catch(orNameTaken("fields.name", "control", fields.name))
    if (saved.length === 0) throw conflict("The control", before)
    ctx.record({
      targets: [{ type: "control", id, name: fields.name }],
      summary: `Changed the control ${before.name}`,
      before,
      after: fields,
    })
    return { id, version: version + 1 }
  },
})
