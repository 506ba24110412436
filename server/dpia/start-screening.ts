import { z } from "zod"
import { screenings } from "@/db/schema/screenings"
import { newId } from "@/server/kernel/domain/id"
import { ruleBroken } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { subjectSchema } from "./domain/screening-input"
import { noteScreeningEditor } from "./internal/change-screening"
import { findSubject, scopeOfSubject, targetOf } from "./internal/subject"

/** Begins the one screening of a product or an item; later ones are its versions. @throws RULE_BROKEN, NOT_FOUND */
export const startScreening = command("dpia.startScreening", {
  permission: "dpia.edit",
  at: (ctx, { subject }) => scopeOfSubject(ctx, subject),
  input: z.object({ subject: subjectSchema }),
  async run(ctx, { subject }) {
    const found = await findSubject(ctx, subject)
    const id = newId()
    const begun = await ctx.db
      .insert(screenings)
      .values({
        workspaceId: ctx.workspaceId,
        id,
        productId: "productId" in subject ? subject.productId : null,
        itemId: "itemId" in subject ? subject.itemId : null,
        description: "",
        answers: {},
        notes: {},
        reason: "",
        occasion: "",
        dpoView: "",
        createdBy: ctx.userId,
        createdAt: ctx.now,
        updatedAt: ctx.now,
      })
      .onConflictDoNothing()
      .returning({ id: screenings.id })
    if (begun.length === 0) throw ruleBroken(`${found.name} has a screening already; open it and change it`)
    await noteScreeningEditor(ctx, id, 1)
    ctx.record({ targets: [targetOf(found)], summary: `Began the screening of ${found.name}` })
    return { id, version: 1, lock: 1 }
  },
})
