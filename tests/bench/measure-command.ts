import { sql } from "drizzle-orm"
import { createItem } from "@/server/backlog/create-item"
import { rankBetween } from "@/server/backlog/domain/rank"
import { enterWorkspace, rowsOf } from "@/server/kernel/database"
import { newId } from "@/server/kernel/domain/id"
import { takeTurns } from "./load"
import type { Result } from "./report"
import type { Stage } from "./stage"

/** Writes per turn, and turns: many short ones, so that whatever else the machine does strikes both alike. */
const WRITES = 24
const TURNS = 25

/** The same item, with its key and its place at the end, in a transaction: no permission, no audit, no chain. */
async function bareInsert({ open, workspaceId, userId }: Stage): Promise<void> {
  await open.db.transaction(async (tx) => {
    await enterWorkspace(tx as never, workspaceId)
    const [taken] = await rowsOf<{ last: number; place: string | null }>(
      tx as never,
      sql`with counter as (
        insert into item_counters (workspace_id, prefix, last) values (${workspaceId}, 'BARE', 1)
        on conflict (workspace_id, prefix) do update set last = item_counters.last + 1 returning last)
        select last, (select rank from items where workspace_id = ${workspaceId} order by rank desc limit 1) as place from counter`,
    )
    const { last, place } = taken!
    await tx.execute(sql`
      insert into items (workspace_id, id, key, title, description, type, status, labels, rank, custom, created_at, created_by,
        updated_at, status_changed_at)
      values (${workspaceId}::uuid, ${newId()}::uuid, ${`BARE-${last}`}, 'One more item', '', 'story', 'idea', '{}',
        ${rankBetween(place, null)}, '{}', now(), ${userId}::uuid, now(), now())`)
  })
}

const times = async (count: number, lanes: number, work: () => Promise<unknown>) => {
  const lane = async () => {
    for (let n = 0; n < count / lanes; n++) await work()
  }
  await Promise.all(Array.from({ length: lanes }, lane))
}

/** One command with permission, audit record and sealed chain, against the bare insert. */
export async function measureCommand(stage: Stage, database: string, lanes: number): Promise<Result[]> {
  const measured = await takeTurns(
    {
      bare: () => times(WRITES, lanes, () => bareInsert(stage)),
      command: () => times(WRITES, lanes, () => createItem(stage.ctx, { title: "One more item" })),
    },
    TURNS,
  )
  const section = `create an item on ${database}, ${lanes} at a time`
  const perSecond = (name: string) => (WRITES * 1000) / measured[name]!
  return [
    { section, name: "bare insert", value: Math.round(perSecond("bare")), unit: "writes/s", ratio: 1 },
    {
      section,
      name: "backlog.createItem",
      value: Math.round(perSecond("command")),
      unit: "writes/s",
      ratio: perSecond("command") / perSecond("bare"),
      goal: 0.4,
    },
  ]
}
