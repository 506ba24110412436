import { z } from "zod"
import { query } from "@/server/kernel/operation"
import { addressSchema, subjectSchema } from "./domain/screening-input"
import { screeningState } from "./domain/screening-row"
import { declarationOf, screeningDetails, screeningOf } from "./internal/screening-rows"
import { openSubject, subjectAt } from "./internal/subject"

/**
 * What is known about personal data of a product or an item, by id or as in an address: the declaration, the screening with its versions and its
 * approval. Both may be null. @throws NOT_FOUND, FORBIDDEN
 */
export const getScreening = query("dpia.getScreening", {
  permission: "dpia.read",
  at: "rows",
  input: z.object({ subject: z.union([subjectSchema, addressSchema]) }),
  async run(ctx, { subject: asked }) {
    const subject = await subjectAt(ctx, asked)
    const { scope: _, ...found } = await openSubject(ctx, subject)
    const [declaration, row] = await Promise.all([declarationOf(ctx, subject), screeningOf(ctx, subject)])
    const screening = row ? await screeningDetails(ctx, row.id) : null
    const personalData = declaration?.personalData ?? null
    const state = screeningState({ personalData, screening, approval: screening?.approval ?? null })
    return { subject: found, declaration, screening, state }
  },
})
