import { z } from "zod"
import type { OpCtx } from "@/server/kernel/context"
import { requireMembers } from "@/server/kernel/require-members"
import { isKnownEncoding } from "../domain/import/detect-encoding"
import { SEPARATORS } from "../domain/import/detect-separator"
import { type ImportMapping, importMappingSchema } from "../domain/import/mapping"

/** How the bytes of a file become rows; what is left out is detected. */
export const readingSchema = z.object({
  encoding: z
    .string()
    .max(40)
    .refine(isKnownEncoding, "This encoding is not known; choose UTF-8 or windows-1252")
    .optional(),
  separator: z.enum(SEPARATORS).optional(),
})
export type Reading = z.infer<typeof readingSchema>

/** What an import is told to do with an uploaded file. */
export const importInput = z.object({
  importId: z.uuid(),
  mapping: importMappingSchema,
  reading: readingSchema.prefault({}),
  /** New items go to this product; null: to none. */
  productId: z.uuid().nullable().default(null),
})
export type ImportInput = z.infer<typeof importInput>

/** @throws INVALID for each person of the file who is mapped to somebody who is not a member. */
export async function requireOwners(ctx: OpCtx, { owners }: ImportMapping): Promise<void> {
  const people = Object.entries(owners).map(([word, id]) => [`mapping.owners.${word}`, id])
  await requireMembers(ctx, Object.fromEntries(people))
}
