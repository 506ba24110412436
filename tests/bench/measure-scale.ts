import { listBoard } from "@/server/backlog/list-board"
import { listItems } from "@/server/backlog/list-items"
import { moveItem } from "@/server/backlog/move-item"
import { takeTurns } from "./load"
import type { Result } from "./report"
import { fillBacklog, type Stage } from "./stage"

const READS = 20

async function readTimes({ ctx }: Stage): Promise<Record<string, number>> {
  const often = (work: () => Promise<unknown>) => async () => {
    for (let n = 0; n < READS; n++) await work()
  }
  return takeTurns(
    { list: often(() => listItems(ctx, { limit: 100 })), board: often(() => listBoard(ctx, {})) },
    7,
  )
}

/** First page of list and board at 10,000 items against 100; and one move at 10,000. */
export async function measureScale(stage: Stage, database: string): Promise<Result[]> {
  await fillBacklog(stage, 100)
  const small = await readTimes(stage)
  await fillBacklog(stage, 10_000)
  const large = await readTimes(stage)
  const { items } = await listItems(stage.ctx, { limit: 200 })
  const [first, second] = [items[0]!.id, items[1]!.id]
  let forth = true
  const moves = await takeTurns(
    {
      move: () => {
        const pair = forth ? { id: first, afterId: second } : { id: first, beforeId: second }
        forth = !forth
        return moveItem(stage.ctx, pair)
      },
    },
    20,
  )
  const section = `10,000 items against 100 on ${database}`
  const result = (name: "list" | "board"): Result => ({
    section,
    name: `first page of the ${name}`,
    value: Math.round((large[name]! / READS) * 100) / 100,
    unit: "ms",
    ratio: large[name]! / small[name]!,
    goal: 1.5,
    atMost: true,
  })
  const move: Result = {
    section,
    name: "move one item (touches one row: a test)",
    value: Math.round(moves.move! * 100) / 100,
    unit: "ms",
    ratio: 1,
  }
  return [result("list"), result("board"), move]
}
