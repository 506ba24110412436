import { and, eq } from "drizzle-orm"
import { z } from "zod"
import { consentPurposes } from "@/db/schema/privacy-masking"
import { own } from "@/server/kernel/database"
import { changedFields, inWords } from "@/server/kernel/domain/changed-fields"
import { conflict } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { consentPurposeFields } from "./domain/warehouse-role"
import { fetchPurpose, fetchRole } from "./internal/masking-rows"
import { orNameTaken } from "./internal/rule-checks"

const shape = consentPurposeFields.shape
const changesSchema = z
  .object({
    name: shape.name,
    description: shape.description.removeDefault(),
    roleId: shape.roleId.removeDefault(),
  })
  .partial()
const LABELS: Record<string, string> = { name: "name", description: "description", roleId: "role" }

/** Changes a purpose. @throws CONFLICT with the purpose as it stands, INVALID when the name is taken. */
export const updateConsentPurpose = command("privacy.updateConsentPurpose", {
  permission: "masking.edit",
  input: z.object({ id: z.uuid(), version: z.number().int().min(1), changes: changesSchema }),
  async run(ctx, { id, version, changes }) {
    const row = await fetchPurpose(ctx, id)
    if (row.version !== version) throw conflict("The purpose", row)
    const { name, description, roleId } = row
    const changed = changedFields({ name, description, roleId }, changes)
    if (!changed) return { id, version }
    const { names, before, after } = changed
    if (after.roleId) await fetchRole(ctx, after.roleId)
    const saved = await ctx.db
      .update(consentPurposes)
      .set({ ...after, version: version + 1, updatedAt: ctx.now })
      .where(and(own(ctx, consentPurposes, eq(consentPurposes.id, id)), eq(consentPurposes.version, version)))
      .returning({ id: consentPurposes.id })
      .catch(orNameTaken("changes.name", "purpose", after.name ?? name))
    if (saved.length === 0) throw conflict("The purpose", await fetchPurpose(ctx, id))
    ctx.record({
      targets: [{ type: "consent_purpose", id, name: after.name ?? name }],
      summary: `Changed the ${inWords(names.map((field) => LABELS[field] ?? field))} of the consent purpose ${name}`,
      before,
      after,
    })
    return { id, version: version + 1 }
  },
})
