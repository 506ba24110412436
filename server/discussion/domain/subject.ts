import { z } from "zod"

/** What people discuss. A feature that wants comments, files and links on its things is added here and in subjects.ts. */
export const SUBJECT_TYPES = ["item", "product"] as const
export type SubjectType = (typeof SUBJECT_TYPES)[number]

export const subjectSchema = z.object({ type: z.enum(SUBJECT_TYPES), id: z.uuid() })
export type SubjectRef = z.infer<typeof subjectSchema>
