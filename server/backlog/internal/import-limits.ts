import { inArray } from "drizzle-orm"
import { items } from "@/db/schema/backlog"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import type { ConvertedRow } from "../domain/import/converted-row"
import { rowProblem } from "../domain/import/row-problem"
import type { ItemStatus, ItemType } from "../domain/item"
import type { Placed } from "../domain/wip"
import { fetchBoardPolicy } from "./done-guard"
import type { ImportPlan } from "./import-plan"
import { judgePassages } from "./passage-guard"
import { fetchLimits } from "./wip-guard"

/** Where new items of an import come to lie. */
export type ImportPlace = {
  defaults: { type: ItemType; status: ItemStatus }
  productId: string | null
  dryRun: boolean
}

const AT_ONCE = 5000
const FIELDS = ["status", "type", "ownerId", "labels"] as const
type Noted = Pick<ConvertedRow["fields"], (typeof FIELDS)[number]>

/** Keeps rows out that would come into a full column, or to Done without being it; remembers of each row only what the limits look at. */
export class ImportLimits {
  readonly #rows = new Map<number, Noted>()
  private constructor(
    private readonly place: ImportPlace,
    private readonly active: boolean,
  ) {}

  static async inForce(ctx: OpCtx, place: ImportPlace): Promise<ImportLimits> {
    const [{ rules }, { doneGate }] = await Promise.all([fetchLimits(ctx), fetchBoardPolicy(ctx)])
    return new ImportLimits(place, doneGate === "block" || rules.some(({ kind }) => kind === "hard"))
  }

  note({ row, fields: { status, type, ownerId, labels } }: ConvertedRow): void {
    if (this.active) this.#rows.set(row, { status, type, ownerId, labels })
  }

  /** Fails the rows that may not go where they want, in the order of the file; their children lose that parent. */
  async refuse(ctx: OpCtx, plan: ImportPlan): Promise<void> {
    const rows = [...this.#rows].filter(([row]) => !plan.failed.has(row))
    if (rows.length === 0) return
    const present = await fetchPlaced(ctx, [...plan.existing.values()])
    const passages = rows.map(([row, noted]) => {
      const itemId = plan.existing.get(row)
      const before = (itemId !== undefined && present.get(itemId)) || null
      return { id: String(row), itemId, before, after: this.placedAs(noted, before, plan.parents.get(row)) }
    })
    const { refused } = await judgePassages(ctx, passages, this.place.dryRun ? "only ask" : "note")
    const unmade = new Map<string, number>()
    for (const [id, reason] of refused) {
      const row = Number(id)
      plan.fail(row, reason)
      const made = plan.newIds.get(row)
      if (made) unmade.set(made, row)
    }
    for (const [row, parentId] of plan.parents) {
      const parentRow = unmade.get(parentId)
      if (parentRow === undefined) continue
      plan.parents.delete(row)
      const message = `Its parent in row ${parentRow} cannot be imported; the parent is left as it is`
      plan.problems.add(rowProblem("warning", row, null, null, message))
    }
  }

  private placedAs(noted: Noted, before: Placed | null, parentId: string | undefined): Placed {
    const { defaults, productId } = this.place
    const start = before ?? {
      ...defaults,
      ownerId: null,
      productId,
      parentId: null,
      labels: [],
      archivedAt: null,
    }
    return {
      ...start,
      status: noted.status ?? start.status,
      type: noted.type ?? start.type,
      ownerId: noted.ownerId === undefined ? start.ownerId : noted.ownerId,
      labels: noted.labels ?? start.labels,
      parentId: parentId ?? start.parentId,
    }
  }
}

async function fetchPlaced(ctx: OpCtx, ids: readonly string[]): Promise<Map<string, Placed>> {
  const found = new Map<string, Placed>()
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const rows = await ctx.db
      .select({
        id: items.id,
        status: items.status,
        type: items.type,
        ownerId: items.ownerId,
        productId: items.productId,
        parentId: items.parentId,
        labels: items.labels,
        archivedAt: items.archivedAt,
      })
      .from(items)
      .where(own(ctx, items, inArray(items.id, ids.slice(at, at + AT_ONCE))))
    for (const { id, ...placed } of rows) found.set(id, placed)
  }
  return found
}
