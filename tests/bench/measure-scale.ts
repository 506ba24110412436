import { listBoard } from "@/server/backlog/list-board"
import { listItems } from "@/server/backlog/list-items"
import { moveItem } from "@/server/backlog/move-item"
import { fewAgainstMany, takeTurns } from "./load"
import type { Result } from "./report"
import { fillBacklog, type Stage, setBeside, tidy } from "./stage"

const FEW = 100
const MANY = 10_000

/** First page of list and board at 10,000 items against 100; and one move at 10,000. */
export async function measureScale(stage: Stage, database: string): Promise<Result[]> {
  const few = await setBeside(stage, "few-items")
  await fillBacklog(few, FEW)
  await fillBacklog(stage, MANY)
  await tidy(stage, "items")
  const reads = (work: ({ ctx }: Stage) => Promise<unknown>) => ({
    few: () => work(few),
    many: () => work(stage),
  })
  const pages = await fewAgainstMany({
    "first page of the list": reads(({ ctx }) => listItems(ctx, { limit: 100 })),
    "first page of the board": reads(({ ctx }) => listBoard(ctx, {})),
  })
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
  const move: Result = {
    section,
    name: "move one item (touches one row: a test)",
    value: Math.round(moves.move! * 100) / 100,
    unit: "ms",
    ratio: 1,
  }
  return [...pages.map((page) => ({ ...page, section, unit: "ms", goal: 1.5, atMost: true })), move]
}
