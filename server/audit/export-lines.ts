import type { Ctx } from "@/server/kernel/context"
import { exportTrail } from "./export-trail"
import { auditOrigin, signingKey } from "./internal/signing"
import type { ExportRecord } from "./proof/export-format"
import { writeExport } from "./proof/write-export"
import { readTrail } from "./read-trail"

async function* recordsUpTo(ctx: Ctx, to: number): AsyncGenerator<ExportRecord> {
  for (let after = 0; after < to; ) {
    const records = await readTrail(ctx, { after, to })
    if (records.length === 0) return
    yield* records
    after = records.at(-1)!.seq
  }
}

/** The lines of an export file, each with its line break. The export is recorded before the first line. */
export async function* exportLines(ctx: Ctx): AsyncGenerator<string> {
  const source = await exportTrail(ctx, {})
  const { workspaceId, toSeq } = source
  const origin = auditOrigin(workspaceId)
  for await (const line of writeExport(
    { ...source, origin, records: recordsUpTo(ctx, toSeq) },
    signingKey(),
  )) {
    yield `${line}\n`
  }
}
