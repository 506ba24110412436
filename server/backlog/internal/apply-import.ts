import { eq, sql } from "drizzle-orm"
import { importChunks, imports } from "@/db/schema/backlog"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { rowConverter } from "../domain/import/convert-row"
import type { RowProblem } from "../domain/import/row-problem"
import { expectManyRows } from "./expect-many-rows"
import { fetchUploaded } from "./find-import"
import { importBatches } from "./import-batches"
import { readingFile, storedBytes } from "./import-file"
import { type ImportInput, requireOwners } from "./import-reading"
import { lockBacklog } from "./lock-backlog"
import { openSource } from "./open-source"
import { planImport } from "./plan-import"
import { placeOf } from "./scope"
import { insertItems, updateItems } from "./write-import"

export type ImportResult = {
  importId: string
  fileName: string
  sha256: string
  rows: number
  created: number
  updated: number
  unchanged: number
  errors: number
  warnings: number
  /** The first 200, errors first. */
  problems: RowProblem[]
}

/**
 * Applies an uploaded file in the caller's transaction: all of it or nothing. Two readings of the file: one for keys
 * and parents, one for the texts, so that memory holds one batch at a time. `onProgress` counts rows.
 */
export async function applyImport(
  ctx: OpCtx,
  input: ImportInput,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<ImportResult> {
  const { importId, mapping, reading, productId } = input
  const { fileName, sha256 } = await fetchUploaded(ctx, importId, "lock")
  await requireOwners(ctx, mapping)
  const { prefix } = await placeOf(ctx, productId)
  await lockBacklog(ctx)
  await expectManyRows(ctx)
  await ctx.db.execute(sql`set constraints items_parent_fk deferred`)
  const counts = { created: 0, updated: 0, unchanged: 0 }

  const plan = await readingFile(async () => {
    const converter = rowConverter(mapping)
    const open = async () => (await openSource(storedBytes(ctx, importId), reading)).rows
    const planned = await planImport(ctx, await open(), converter, {
      defaults: mapping.defaults,
      productId,
      dryRun: false,
    })
    for await (const batch of importBatches(ctx, await open(), {
      plan: planned,
      converter,
      mapping,
      lock: true,
    })) {
      await insertItems(ctx, batch.creates, { importId, prefix, productId })
      await updateItems(ctx, batch.updates, importId)
      counts.created += batch.creates.length
      counts.updated += batch.updates.length
      counts.unchanged += batch.unchanged
      onProgress(batch.done, planned.rows)
    }
    return planned
  })
  await ctx.db.execute(sql`set constraints items_parent_fk immediate`)
  const errors = plan.failed.size
  await ctx.db.delete(importChunks).where(own(ctx, importChunks, eq(importChunks.importId, importId)))
  await ctx.db
    .update(imports)
    .set({
      status: "applied",
      appliedAt: ctx.now,
      mapping: { reading, mapping, productId },
      createdCount: counts.created,
      updatedCount: counts.updated,
      unchangedCount: counts.unchanged,
      errorCount: errors,
    })
    .where(own(ctx, imports, eq(imports.id, importId)))
  const { rows, problems } = plan
  return {
    importId,
    fileName,
    sha256,
    rows,
    ...counts,
    errors,
    warnings: problems.warnings,
    problems: problems.first(),
  }
}
