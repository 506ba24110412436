import type { ReleaseGate } from "@/server/products/release-gate"
import { consultationStandings } from "./consultation-standings"

/** What stands against the release of a product, by the facts of this moment: handed to products by server/compose.ts. */
export const judgeRelease: ReleaseGate = async (ctx, productId) => {
  const standings = await consultationStandings(ctx, { productIds: [productId] })
  return standings.flatMap(({ reason }) => reason ?? [])
}
