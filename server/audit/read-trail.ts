import { z } from "zod"
import type { ExportRecord } from "@/server/audit/proof/export-format"
import { ruleBroken } from "@/server/kernel/errors"
import { query } from "@/server/kernel/operation"
import { readRows } from "./internal/read-rows"

/**
 * Records after `after` up to `to` as they stand in an export, at most 1,000. Sealed records never change, so batches
 * read one after another are one consistent file.
 */
export const readTrail = query("audit.readTrail", {
  permission: "audit.export",
  input: z.object({ after: z.int().min(0), to: z.int().min(0) }),
  async run(ctx, { after, to }): Promise<ExportRecord[]> {
    const rows = await readRows(ctx, after, to)
    return rows.map(({ seq, eventId, prevHash, chainHash, event }) => {
      if (!event) throw ruleBroken(`Record ${seq} is missing. Verify the trail`)
      const { canonical: text, leaf, columns } = event
      return { seq, id: eventId, text, leaf, prev: prevHash, chain: chainHash, columns }
    })
  },
})
