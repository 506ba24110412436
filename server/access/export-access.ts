import { eq } from "drizzle-orm"
import { z } from "zod"
import { accessRequests } from "@/db/schema/access"
import { query } from "@/server/kernel/operation"
import { accessCsv } from "./domain/access-csv"
import { endOfDay, startOfDay } from "./domain/request"
import { accessVisible, heldWithin, selectAccess } from "./internal/access-rows"

/** Everybody who had access on a day, as CSV: a file name and its text. */
export const exportAccess = query("access.exportAccess", {
  permission: "access.read",
  at: "rows",
  input: z.object({
    day: z.iso.date("Give a day"),
    productId: z.uuid().optional(),
    assetId: z.uuid().optional(),
    personId: z.uuid().optional(),
  }),
  async run(ctx, { day, productId, assetId, personId }) {
    const rows = await selectAccess(
      ctx,
      accessVisible(ctx),
      heldWithin(startOfDay(day), endOfDay(day)),
      productId ? eq(accessRequests.productId, productId) : undefined,
      assetId ? eq(accessRequests.assetId, assetId) : undefined,
      personId ? eq(accessRequests.beneficiaryId, personId) : undefined,
    )
    return { fileName: `access-${day}.csv`, text: accessCsv(rows) }
  },
})
