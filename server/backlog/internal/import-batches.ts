import { gte, inArray, lte } from "drizzle-orm"
import { items } from "@/db/schema/backlog"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { newId } from "@/server/kernel/domain/id"
import type { RowConverter } from "../domain/import/convert-row"
import type { ConvertedRow } from "../domain/import/converted-row"
import { diffRow, type FieldChange, type ItemPatch, type ItemSnapshot } from "../domain/import/diff-row"
import type { ImportMapping } from "../domain/import/mapping"
import type { SourceRow } from "../domain/import/source-row"
import { type FetchedItem, itemColumns } from "./find-item"
import type { ImportPlan } from "./import-plan"
import { firstAndLast } from "./write-items"

const ROWS = 1000
/** Characters of text in one batch: rows with long descriptions come in smaller batches. */
const TEXT = 4_000_000

export type NewItem = { row: number; id: string; externalKey: string | null; item: ItemSnapshot }
export type ChangedItem = { row: number; existing: FetchedItem; patch: ItemPatch; changes: FieldChange[] }

/** Some rows of the file, sorted by what they do. `done` counts the rows read so far. */
export type ImportBatch = { creates: NewItem[]; updates: ChangedItem[]; unchanged: number; done: number }

type Walk = { plan: ImportPlan; converter: RowConverter; mapping: ImportMapping; lock: boolean }

/** Reads the rows again and says batch by batch what they do. With `lock` nobody else changes the items meanwhile. */
export async function* importBatches(
  ctx: OpCtx,
  rows: AsyncIterable<SourceRow>,
  walk: Walk,
): AsyncGenerator<ImportBatch> {
  let waiting: ConvertedRow[] = []
  let text = 0
  let done = 0
  for await (const source of rows) {
    done++
    if (walk.plan.failed.has(source.row)) continue
    const row = walk.converter.convert(source)
    waiting.push(row)
    text += (row.fields.description?.length ?? 0) + 500
    if (waiting.length < ROWS && text < TEXT) continue
    yield await sortRows(ctx, waiting, walk, done)
    waiting = []
    text = 0
  }
  yield await sortRows(ctx, waiting, walk, done)
}

async function sortRows(ctx: OpCtx, rows: ConvertedRow[], walk: Walk, done: number): Promise<ImportBatch> {
  const { plan, mapping, converter } = walk
  const existing = await fetchExisting(ctx, rows, walk)
  const batch: ImportBatch = { creates: [], updates: [], unchanged: 0, done }
  for (const row of rows) {
    const present = existing.get(plan.existing.get(row.row) ?? "") ?? null
    // A parent that was named but not found stays as it is.
    const parentId = row.parentRef === null ? null : plan.parents.get(row.row)
    const context = { defaults: mapping.defaults, customNames: converter.customNames, parentId }
    const outcome = diffRow(row, present, context)
    if (outcome.kind === "unchanged") batch.unchanged++
    else if (outcome.kind === "create") {
      const id = plan.newIds.get(row.row) ?? newId()
      batch.creates.push({
        row: row.row,
        id,
        externalKey: row.externalKey ?? row.itemKey,
        item: outcome.item,
      })
    } else
      batch.updates.push({ row: row.row, existing: present!, patch: outcome.patch, changes: outcome.changes })
  }
  return batch
}

async function fetchExisting(
  ctx: OpCtx,
  rows: ConvertedRow[],
  { plan, lock }: Walk,
): Promise<Map<string, FetchedItem>> {
  const ids = rows.flatMap(({ row }) => plan.existing.get(row) ?? [])
  if (ids.length === 0) return new Map()
  const [first, last] = firstAndLast(ids)
  const select = ctx.db
    .select(itemColumns)
    .from(items)
    .where(own(ctx, items, gte(items.id, first), lte(items.id, last), inArray(items.id, ids)))
  const found = await (lock ? select.for("update") : select)
  return new Map(found.map((item) => [item.id, item]))
}
