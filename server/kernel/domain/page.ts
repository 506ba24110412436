import { z } from "zod"

/** One page of a list in the input of an operation: rows to leave out, and how many to answer with (50, at most 200). */
export const pageInput = {
  offset: z.int().min(0).max(100_000).default(0),
  limit: z.int().min(1).max(200).default(50),
}
