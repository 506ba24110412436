import { z } from "zod"
import type { ExchangeProblem } from "./exchange/read-list"

export const fileSchema = z.object({
  productId: z.uuid("Choose a product"),
  fileName: z.string().trim().min(1, "Give the file's name").max(255),
  content: z.custom<Uint8Array>((value) => value instanceof Uint8Array, "Send the file's bytes"),
})

/** What a file holds, before anything is imported. */
export type ImportPreview = {
  name: string
  counts: { answers: number; measures: number; evaluations: number; comments: number }
  problems: ExchangeProblem[]
  /** How many of the problems are errors: entries that cannot be used here. */
  errors: number
  notes: string[]
}
