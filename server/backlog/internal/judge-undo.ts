import { inArray, isNull } from "drizzle-orm"
import { items } from "@/db/schema/backlog"
import { memberships } from "@/db/schema/members"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import type { BulkItem, UndoConflict } from "../domain/bulk-change"
import type { selectChanged } from "./bulk-items"
import { judgePassages } from "./passage-guard"
import { scopeOfProduct } from "./scope"
import type { BulkWrite } from "./write-bulk"

type Changed = Awaited<ReturnType<typeof selectChanged>>[number]

/** Which items of a change can get their former values back, and which cannot, with both versions. */
export async function judgeUndo(
  ctx: OpCtx,
  rows: readonly Changed[],
): Promise<{ writes: BulkWrite[]; conflicts: UndoConflict[] }> {
  const still = await stillThere(ctx, rows)
  const conflicts: UndoConflict[] = []
  const able: (BulkWrite & { row: Changed })[] = []
  for (const row of rows) {
    const reason = obstacle(row, still)
    if (reason) conflicts.push(conflictOf(row, reason))
    else able.push({ row, item: row.item, before: row.after, after: row.before })
  }
  const { refused } = await judgePassages(
    ctx,
    able.map(({ item, after }) => ({ id: item.id, before: item, after: { ...item, ...after } })),
  )
  for (const { item, row } of able) {
    const reason = refused.get(item.id)
    if (reason) conflicts.push(conflictOf(row, reason))
  }
  return { writes: able.filter(({ item }) => !refused.has(item.id)), conflicts }
}

type Still = { owners: Set<string>; parents: Set<string>; barred: Set<string | null> }

function obstacle({ item, before, versionAfter }: Changed, still: Still): string | undefined {
  if (item.version !== versionAfter) return "It was changed since"
  if (!item.mayEdit) return "Your roles do not include the permission backlog.edit here"
  if (before.ownerId && !still.owners.has(before.ownerId)) return "Its former owner is no longer a member"
  if (before.parentId && !still.parents.has(before.parentId)) return "Its former parent is no longer here"
  if (before.productId !== undefined && still.barred.has(before.productId))
    return "Your roles do not include the permission backlog.edit for its former product"
  return undefined
}

/** Former owners and parents that can still be that. */
async function stillThere(ctx: OpCtx, rows: readonly Changed[]): Promise<Still> {
  const distinct = (field: "ownerId" | "parentId") => [
    ...new Set(rows.flatMap(({ before }) => before[field] ?? [])),
  ]
  const [owners, parents] = [distinct("ownerId"), distinct("parentId")]
  const [people, above] = await Promise.all([
    owners.length > 0
      ? ctx.db
          .select({ id: memberships.userId })
          .from(memberships)
          .where(own(ctx, memberships, inArray(memberships.userId, owners), isNull(memberships.leftAt)))
      : [],
    parents.length > 0
      ? ctx.db
          .select({ id: items.id })
          .from(items)
          .where(own(ctx, items, inArray(items.id, parents)))
      : [],
  ])
  const barred = await barredProducts(ctx, rows)
  return { owners: new Set(people.map(({ id }) => id)), parents: new Set(above.map(({ id }) => id)), barred }
}

/** Former products to which the caller may move nothing. */
async function barredProducts(ctx: OpCtx, rows: readonly Changed[]): Promise<Set<string | null>> {
  const former = new Set(
    rows.flatMap(({ before }) => (before.productId === undefined ? [] : [before.productId])),
  )
  const barred = new Set<string | null>()
  for (const productId of former) {
    const scope = await scopeOfProduct(ctx, productId)
    try {
      ctx.require("backlog.edit", scope)
    } catch {
      barred.add(productId)
    }
  }
  return barred
}

function conflictOf({ item, before }: Changed, reason: string): UndoConflict {
  const fields = (Object.keys(before) as (keyof BulkItem)[]).map((field) => ({
    field,
    now: item[field],
    before: before[field],
  }))
  return { id: item.id, key: item.key, title: item.title, reason, fields }
}
