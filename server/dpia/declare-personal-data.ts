import { personalDataDeclarations } from "@/db/schema/screenings"
import { newId } from "@/server/kernel/domain/id"
import { command } from "@/server/kernel/operation"
import { declareSchema, PERSONAL_DATA_LABELS } from "./domain/screening-input"
import { declarationOf } from "./internal/screening-rows"
import { findSubject, scopeOfSubject, targetOf } from "./internal/subject"

/**
 * Says whether a product or an item holds personal data. The latest word counts, earlier ones stay; from "personal" on
 * its owner is asked for a screening. @throws NOT_FOUND
 */
export const declarePersonalData = command("dpia.declarePersonalData", {
  permission: "dpia.edit",
  at: (ctx, { subject }) => scopeOfSubject(ctx, subject),
  input: declareSchema,
  async run(ctx, { subject, personalData, note }) {
    const found = await findSubject(ctx, subject)
    const last = await declarationOf(ctx, subject)
    if (last?.personalData === personalData && last.note === note && last.by.id === ctx.userId)
      return { personalData }
    await ctx.db.insert(personalDataDeclarations).values({
      workspaceId: ctx.workspaceId,
      id: newId(),
      productId: "productId" in subject ? subject.productId : null,
      itemId: "itemId" in subject ? subject.itemId : null,
      personalData,
      note,
      declaredBy: ctx.userId,
      declaredAt: ctx.now,
    })
    ctx.record({
      targets: [targetOf(found)],
      summary: `Declared for ${found.name}: ${PERSONAL_DATA_LABELS[personalData].toLowerCase()}`,
      after: { personalData, note },
    })
    return { personalData }
  },
})
