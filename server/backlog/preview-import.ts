import { query } from "@/server/kernel/operation"
import { rowConverter } from "./domain/import/convert-row"
import type { FieldChange } from "./domain/import/diff-row"
import { expectManyRows } from "./internal/expect-many-rows"
import { fetchUploaded } from "./internal/find-import"
import { type ImportBatch, importBatches } from "./internal/import-batches"
import { readingFile, storedBytes } from "./internal/import-file"
import { importInput, requireOwners } from "./internal/import-reading"
import { openSource } from "./internal/open-source"
import { planImport } from "./internal/plan-import"
import { placeOf } from "./internal/scope"

const SAMPLES = 20
const SAMPLE_TEXT = 200

/** A row as it would change the backlog; `key` is null for an item to be made. Long texts are cut. */
type SampleChange = { row: number; key: string | null; title: string; changes: FieldChange[] }

/**
 * Dry run of an import: what it would create, update and leave as it is, the first 200 problems and the first changes.
 * Changes nothing. @throws INVALID, NOT_FOUND, RULE_BROKEN when the file was applied.
 */
export const previewImport = query("backlog.previewImport", {
  permission: "backlog.import",
  input: importInput,
  async run(ctx, { importId, mapping, reading, productId }) {
    await fetchUploaded(ctx, importId)
    await expectManyRows(ctx)
    await placeOf(ctx, productId)
    await requireOwners(ctx, mapping)
    const counts = { creates: 0, updates: 0, unchanged: 0 }
    const samples: SampleChange[] = []
    return readingFile(async () => {
      const converter = rowConverter(mapping)
      const open = async () => (await openSource(storedBytes(ctx, importId), reading)).rows
      const plan = await planImport(ctx, await open(), converter, {
        defaults: mapping.defaults,
        productId,
        dryRun: true,
      })
      for await (const batch of importBatches(ctx, await open(), { plan, converter, mapping, lock: false })) {
        counts.creates += batch.creates.length
        counts.updates += batch.updates.length
        counts.unchanged += batch.unchanged
        if (samples.length < SAMPLES) samples.push(...samplesOf(batch))
      }
      const { rows, failed, problems } = plan
      return {
        rows,
        ...counts,
        errors: failed.size,
        warnings: problems.warnings,
        problems: problems.first(),
        customFields: [...converter.customNames],
        samples: samples.slice(0, SAMPLES),
      }
    })
  },
})

function samplesOf({ creates, updates }: ImportBatch): SampleChange[] {
  const changed = updates.slice(0, SAMPLES).map(({ row, existing, changes }) => ({
    row,
    key: existing.key,
    title: existing.title,
    changes: changes.map(({ field, from, to }) => ({ field, from: shorten(from), to: shorten(to) })),
  }))
  const made = creates
    .slice(0, SAMPLES)
    .map(({ row, item }) => ({ row, key: null, title: item.title, changes: [] }))
  return [...changed, ...made]
}

const shorten = (value: unknown) =>
  typeof value === "string" && value.length > SAMPLE_TEXT ? `${value.slice(0, SAMPLE_TEXT)}…` : value
