import { z } from "zod"
import { query } from "@/server/kernel/operation"
import { consultationStandings } from "./consultation-standings"
import { scopeOfSubject } from "./internal/subject"

/** Why a product must not be released, with the consultations that are waited for; empty when it may. @throws NOT_FOUND */
export const listReleaseBlocks = query("dpia.listReleaseBlocks", {
  permission: "dpia.read",
  at: (ctx, { productId }) => scopeOfSubject(ctx, { productId }),
  input: z.object({ productId: z.uuid() }),
  async run(ctx, { productId }) {
    const standings = await consultationStandings(ctx, { productIds: [productId] })
    return {
      blocks: standings.flatMap(({ key, path, reason }) => (reason === null ? [] : [{ key, path, reason }])),
    }
  },
})
