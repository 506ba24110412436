import { z } from "zod"
import { query } from "@/server/kernel/operation"
import { ethicsSubject } from "./domain/ethics"
import { checkpointOf } from "./internal/ethics-rows"
import { checkedAt, findChecked } from "./internal/ethics-subject"

const address = z.union([
  z.object({ productSlug: z.string().min(1).max(100) }).strict(),
  z.object({ itemKey: z.string().min(1).max(40) }).strict(),
])
export type EthicsAddress = z.input<typeof address>

/** A product or an item with its ethics checkpoint; null while nobody has declared anything. @throws NOT_FOUND */
export const getCheckpoint = query("privacy.getCheckpoint", {
  permission: "privacy.read",
  at: "rows",
  input: z.object({ subject: z.union([ethicsSubject, address]) }),
  async run(ctx, { subject }) {
    const asked = "productSlug" in subject || "itemKey" in subject ? await checkedAt(ctx, subject) : subject
    const checked = await findChecked(ctx, asked)
    ctx.require("privacy.read", checked.scope)
    return { subject: checked, checkpoint: await checkpointOf(ctx, asked) }
  },
})
