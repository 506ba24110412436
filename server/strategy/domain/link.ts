import { z } from "zod"

const one = (first: unknown, second: unknown) => (first === undefined) !== (second === undefined)

/** What works on what: a product or an item, on a key result or an initiative. */
export const linkSchema = z
  .object({
    keyResultId: z.uuid().optional(),
    initiativeId: z.uuid().optional(),
    productId: z.uuid().optional(),
    itemId: z.uuid().optional(),
    note: z.string().trim().max(500, "A note has at most 500 characters").default(""),
  })
  .refine(({ keyResultId, initiativeId }) => one(keyResultId, initiativeId), {
    path: ["keyResultId"],
    message: "Choose a key result or an initiative",
  })
  .refine(({ productId, itemId }) => one(productId, itemId), {
    path: ["productId"],
    message: "Choose a product or an item",
  })
export type LinkInput = z.infer<typeof linkSchema>
