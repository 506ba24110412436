import { consentPurposes } from "@/db/schema/privacy-masking"
import { newId } from "@/server/kernel/domain/id"
import { command } from "@/server/kernel/operation"
import { consentPurposeFields } from "./domain/warehouse-role"
import { fetchRole } from "./internal/masking-rows"
import { nameTaken } from "./internal/rule-checks"

/** Adds a purpose that rests on consent, Art. 6(1)(a) GDPR. @throws INVALID when its name is taken, NOT_FOUND. */
export const createConsentPurpose = command("privacy.createConsentPurpose", {
  permission: "masking.edit",
  input: consentPurposeFields,
  async run(ctx, input) {
    if (input.roleId) await fetchRole(ctx, input.roleId)
    const id = newId()
    const row = { ...input, id, workspaceId: ctx.workspaceId, createdAt: ctx.now, updatedAt: ctx.now }
    const created = await ctx.db
      .insert(consentPurposes)
      .values(row)
      .onConflictDoNothing()
      .returning({ id: consentPurposes.id })
    if (created.length === 0) throw nameTaken("name", "purpose", input.name)
    ctx.record({
      targets: [{ type: "consent_purpose", id, name: input.name }],
      summary: `Added the consent purpose ${input.name}`,
      after: input,
    })
    return { id }
  },
})
