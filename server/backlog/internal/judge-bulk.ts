import type { OpCtx } from "@/server/kernel/context"
import { applyBulk, type Blocker, type BulkFields, itemProblem } from "../domain/bulk-change"
import type { SelectedForChange } from "./bulk-items"
import { archivedReason } from "./find-item"
import { parentLine } from "./parent-line"
import { judgePassages } from "./passage-guard"
import type { BulkWrite } from "./write-bulk"

export type JudgedBulk = { writes: BulkWrite[]; blocked: Blocker[]; unchanged: number; warnings: string[] }

/** Sorts the chosen items: what is to be written, what stands in the way, what is as wished already. */
export async function judgeBulk(
  ctx: OpCtx,
  found: readonly SelectedForChange[],
  wish: BulkFields,
): Promise<JudgedBulk> {
  const line = wish.parentId ? await parentLine(ctx, wish.parentId) : new Set<string>()
  const blocked: Blocker[] = []
  const able: BulkWrite[] = []
  let unchanged = 0
  const block = ({ id, key, title }: SelectedForChange, reason: string) =>
    blocked.push({ id, key, title, reason })
  for (const item of found) {
    const change = applyBulk(item, wish, ctx.now)
    if (!change) {
      unchanged++
      continue
    }
    const problem = itemProblem(change.after)
    const archived = wish.archived === false ? undefined : archivedReason(item)
    if (!item.mayEdit) block(item, "Your roles do not include the permission backlog.edit here")
    else if (archived) block(item, archived)
    else if (line.has(item.id)) block(item, "It would be its own ancestor; choose another parent")
    else if (problem) block(item, problem)
    else able.push({ item, ...change })
  }
  const { refused, warnings } = await judgePassages(
    ctx,
    able.map(({ item, after }) => ({ id: item.id, before: item, after: { ...item, ...after } })),
  )
  for (const { item } of able) {
    const reason = refused.get(item.id)
    if (reason) block(item, reason)
  }
  return { writes: able.filter(({ item }) => !refused.has(item.id)), blocked, unchanged, warnings }
}
