import type { OpCtx } from "@/server/kernel/context"
import { newId } from "@/server/kernel/domain/id"
import type { RowConverter } from "../domain/import/convert-row"
import { type ConvertedRow, isImportable } from "../domain/import/converted-row"
import { type ParentOutcome, RowKeys } from "../domain/import/row-keys"
import { rowProblem } from "../domain/import/row-problem"
import type { SourceRow } from "../domain/import/source-row"
import { wouldCreateCycle } from "../domain/item-rules"
import { findByKeys, type KeyedItems, parentsOfItems } from "./find-by-keys"
import { ImportLimits, type ImportPlace } from "./import-limits"
import { ImportPlan } from "./import-plan"

type RowRefs = { row: number; externalKey: string | null; itemKey: string | null }

/** Reads all rows once and plans the import. @throws FileProblem */
export async function planImport(
  ctx: OpCtx,
  rows: AsyncIterable<SourceRow>,
  converter: RowConverter,
  place: ImportPlace,
): Promise<ImportPlan> {
  const plan = new ImportPlan()
  const limits = await ImportLimits.inForce(ctx, place)
  const keys = new RowKeys()
  const refs: RowRefs[] = []
  for await (const source of rows) {
    const row = converter.convert(source)
    plan.rows++
    takeProblems(plan, keys, row)
    limits.note(row)
    const { externalKey, itemKey } = row
    if (externalKey !== null || itemKey !== null) refs.push({ row: row.row, externalKey, itemKey })
  }
  const { parents, problems } = keys.resolveParents()
  for (const problem of problems) {
    plan.failed.add(problem.row)
    plan.problems.add(problem)
  }
  const outside = [...parents.values()].flatMap(({ parentRef }) => (parentRef === null ? [] : [parentRef]))
  const known = await findByKeys(ctx, [...keysOf(refs), ...outside])
  matchItems(plan, refs, known)
  matchParents(plan, parents, known)
  await refuseCycles(ctx, plan)
  await limits.refuse(ctx, plan)
  return plan
}

function takeProblems(plan: ImportPlan, keys: RowKeys, row: ConvertedRow): void {
  if (!isImportable(row)) plan.failed.add(row.row)
  for (const problem of row.problems) plan.problems.add(problem)
  const twice = keys.add(row)
  if (!twice) return
  plan.failed.add(row.row)
  plan.problems.add(twice)
}

function* keysOf(refs: readonly RowRefs[]): Generator<string> {
  for (const { externalKey, itemKey } of refs) {
    if (externalKey !== null) yield externalKey
    if (itemKey !== null) yield itemKey
  }
}

/** A key of our own comes first; in another workspace it is the key in the source. */
function matchItems(plan: ImportPlan, refs: readonly RowRefs[], known: KeyedItems): void {
  const rowOfItem = new Map<string, number>()
  for (const { row, externalKey, itemKey } of refs) {
    const byItemKey =
      itemKey === null ? undefined : (known.byKey.get(itemKey) ?? known.byExternalKey.get(itemKey))
    const byExternalKey = externalKey === null ? undefined : known.byExternalKey.get(externalKey)
    const id = byItemKey ?? byExternalKey
    if (id === undefined) continue
    if (byItemKey && byExternalKey && byItemKey !== byExternalKey) {
      plan.fail(row, `The keys ${itemKey} and ${externalKey} belong to different items. Correct one of them`)
      continue
    }
    const other = rowOfItem.get(id)
    if (other !== undefined)
      plan.fail(row, `The row means the same item as row ${other}. Keep one of the two rows`, itemKey)
    else if (!plan.failed.has(row)) rowOfItem.set(id, row)
    plan.existing.set(row, id)
  }
}

function matchParents(
  plan: ImportPlan,
  parents: ReadonlyMap<number, ParentOutcome>,
  known: KeyedItems,
): void {
  for (const [row, { parentRow, parentRef }] of parents) {
    if (plan.failed.has(row)) continue
    const id = parentRow === null ? itemNamed(known, parentRef!) : idOfRow(plan, parentRow)
    if (id) plan.parents.set(row, id)
    else {
      const message =
        parentRow === null
          ? "No item has this key; the parent is left as it is"
          : `Its parent in row ${parentRow} cannot be imported; the parent is left as it is`
      plan.problems.add(rowProblem("warning", row, null, parentRef, message))
    }
  }
}

const itemNamed = (known: KeyedItems, name: string) => known.byExternalKey.get(name) ?? known.byKey.get(name)

function idOfRow(plan: ImportPlan, row: number): string | undefined {
  const id = plan.existing.get(row) ?? plan.newIds.get(row)
  if (id || plan.failed.has(row)) return id
  const made = newId()
  plan.newIds.set(row, made)
  return made
}

/** A cycle may also close over items that are not in the file. */
async function refuseCycles(ctx: OpCtx, plan: ImportPlan): Promise<void> {
  const moved = [...plan.parents].filter(([row]) => plan.existing.has(row))
  if (moved.length === 0) return
  const parentOf = await parentsOfItems(ctx)
  for (const [row, parentId] of plan.parents) {
    const id = plan.existing.get(row) ?? plan.newIds.get(row)
    if (id) parentOf.set(id, parentId)
  }
  for (const [row, parentId] of moved) {
    if (!wouldCreateCycle((id) => parentOf.get(id), plan.existing.get(row)!, parentId)) continue
    plan.parents.delete(row)
    plan.fail(row, "The item would be its own ancestor, by parents that are already here. Correct the parent")
  }
}
