import { z } from "zod"
import { SCALE_MAX } from "./criterion"
import { FRAMEWORK_LIMITS } from "./framework"

export const SCORE_NOTE_MAX = 1000

/**
 * Values by criterion key; null empties a cell. Only numbers: NaN and infinity do not pass.
 * Whether a value is on its scale depends on the framework: see `checkInputs`.
 */
export const scoreInputsSchema = z
  .record(z.string().max(40), z.number().min(-SCALE_MAX).max(SCALE_MAX).nullable())
  .refine((inputs) => Object.keys(inputs).length <= FRAMEWORK_LIMITS.criteria, {
    message: `At most ${FRAMEWORK_LIMITS.criteria} criteria`,
  })

/** One scorer's entry for one item, under one version of a framework. */
export const scoreEntrySchema = z.object({
  itemId: z.uuid(),
  frameworkId: z.uuid(),
  frameworkVersion: z.number().int().min(1),
  inputs: scoreInputsSchema,
  note: z.string().trim().max(SCORE_NOTE_MAX).optional(),
})

export type ScoreEntry = z.infer<typeof scoreEntrySchema>
