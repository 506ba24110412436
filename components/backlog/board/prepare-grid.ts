import { type CardSums, NO_SUMS } from "@/server/backlog/domain/card-grid"
import { compareRanks } from "@/server/backlog/domain/rank"
import type { LaneBy } from "@/server/backlog/domain/wip"
import type { Board, BoardCard, BoardCell, BoardLane } from "../item-data"

/** Cards of a cell that are read first: about twice what a high screen shows. */
export const CARDS = 20
/** Cards that are read with each "Show more", and while scrolling. */
export const MORE_CARDS = 50
/** In lanes a cell is short: many of them stand below each other. */
export const CARDS_IN_LANE = 12

/** Where a card goes: before another card of a cell, or (null) after the last one shown. */
export type Target = { lane: string | null; column: string; beforeId: string | null }

/** The name of a place a card can lie in: by label one card lies in several lanes. */
export const placeId = (lane: string | null, id: string) => `${id}@${lane ?? ""}`
const CELL = "cell:"
export const cellId = (lane: string | null, column: string) => `${CELL}${column}:${lane ?? ""}`
export const isCell = (id: string | number) => String(id).startsWith(CELL)

export type Found = { lane: BoardLane; cell: BoardCell; index: number; card: BoardCard }

export function findPlace(board: Board, place: string): Found | null {
  for (const lane of board.lanes) {
    for (const cell of lane.cells) {
      const index = cell.items.findIndex((card) => placeId(lane.value, card.id) === place)
      const card = cell.items[index]
      if (card) return { lane, cell, index, card }
    }
  }
  return null
}

export function findCell(board: Board, { lane, column }: Pick<Target, "lane" | "column">) {
  return board.lanes.find(({ value }) => value === lane)?.cells.find((cell) => cell.column === column)
}

/**
 * What hovering over something means. In its own cell a card takes the place of the card it is over; in another one it
 * goes above it, or below when it hangs lower (`low`). Over a cell as a whole: to its end.
 */
export function targetOver(board: Board, moved: string, over: string, low: boolean): Target | null {
  for (const lane of board.lanes) {
    const cell = lane.cells.find(({ column }) => cellId(lane.value, column) === over)
    if (cell) return { lane: lane.value, column: cell.column, beforeId: null }
  }
  const from = findPlace(board, moved)
  const at = findPlace(board, over)
  if (!from || !at) return null
  const same = from.cell === at.cell
  const after = same ? from.index < at.index : low
  const beforeId = after ? (at.cell.items[at.index + 1]?.id ?? null) : at.card.id
  if (same && (over === moved || beforeId === from.card.id)) return homeOf(from)
  return { lane: at.lane.value, column: at.cell.column, beforeId }
}

/** Where a card stands, as a target. */
export function homeOf({ lane, cell, index }: Found): Target {
  return { lane: lane.value, column: cell.column, beforeId: cell.items[index + 1]?.id ?? null }
}

/** A card's place in a cell by its rank, where places are not free to choose. */
export function byRank(board: Board, card: BoardCard, at: Pick<Target, "lane" | "column">): Target {
  const cell = findCell(board, at)
  const later = cell?.items.find((other) => other.id !== card.id && compareRanks(other, card) > 0)
  return { lane: at.lane, column: at.column, beforeId: later?.id ?? null }
}

/** A card as another lane has it. */
export function relaned(card: BoardCard, by: LaneBy | null, from: BoardLane, to: BoardLane): BoardCard {
  if (by === null || from.value === to.value) return card
  const name = to.value === null ? null : to.name
  if (by === "owner") return { ...card, ownerId: to.value, ownerName: name }
  if (by === "product") return { ...card, productId: to.value, productName: name }
  if (by === "parent") return { ...card, parentId: to.value }
  if (by === "type") return { ...card, type: (to.value ?? card.type) as BoardCard["type"] }
  const others = card.labels.filter((label) => label !== from.value && label !== to.value)
  return { ...card, labels: to.value === null ? others : [...others, to.value] }
}

const plus = <T extends CardSums>(sums: T, card: BoardCard, by: 1 | -1): T => ({
  ...sums,
  total: sums.total + by,
  sum: sums.sum + by * (card.estimate ?? 0),
  unestimated: sums.unestimated + (card.estimate === null ? by : 0),
})

/** The board with one card at its new place; sums follow. `restate` gives the card what its new column says of it. */
export function moveCard(
  board: Board,
  place: string,
  target: Target,
  restate: (card: BoardCard, column: string) => BoardCard,
): Board {
  const from = findPlace(board, place)
  const to = board.lanes.find(({ value }) => value === target.lane)
  if (!from || !to) return board
  const card = restate(relaned(from.card, board.laneBy, from.lane, to), target.column)
  const lanes = board.lanes.map((lane) => {
    const cells = lane.cells.map((cell) => {
      // By label it may lie in the other lane already.
      const leaves = cell === from.cell || (lane === to && cell.items.some(({ id }) => id === card.id))
      const enters = lane === to && cell.column === target.column
      if (!leaves && !enters) return cell
      const others = cell.items.filter((one) => one.id !== card.id)
      const less = leaves ? plus(cell, card, -1) : cell
      if (!enters) return { ...less, items: others }
      const at = target.beforeId === null ? -1 : others.findIndex((one) => one.id === target.beforeId)
      const index = at < 0 ? others.length : at
      return { ...plus(less, card, 1), items: [...others.slice(0, index), card, ...others.slice(index)] }
    })
    const by = Number(lane === to) - Number(lane === from.lane)
    return { ...(by === 0 ? lane : plus(lane, card, by as 1 | -1)), cells }
  })
  const columns = board.columns.map((column) => {
    const by = Number(column.column === target.column) - Number(column.column === from.cell.column)
    return by === 0 ? column : plus(column, card, by as 1 | -1)
  })
  return { ...board, lanes, columns }
}

/** The neighbour by which the server finds a place in the order; null in an empty cell, where any place will do. */
export function neighbourFor(
  board: Board,
  id: string,
  target: Target,
): { afterId: string } | { beforeId: string } | null {
  if (target.beforeId !== null) return { beforeId: target.beforeId }
  const last = findCell(board, target)
    ?.items.filter((one) => one.id !== id)
    .at(-1)
  return last ? { afterId: last.id } : null
}

/** A cell with further cards; fewer than were asked for means that there are no more. */
export function grownCell(cell: BoardCell, more: readonly BoardCard[]): BoardCell {
  const known = new Set(cell.items.map(({ id }) => id))
  const items = [...cell.items, ...more.filter(({ id }) => !known.has(id))]
  if (!cell.hasMoreThanCounted)
    return { ...cell, items, total: more.length < MORE_CARDS ? items.length : cell.total }
  const sums = items.reduce<CardSums>((sofar, card) => plus(sofar, card, 1), NO_SUMS)
  const done = more.length < MORE_CARDS
  if (done) return { ...cell, ...sums, items, hasMoreThanCounted: false }
  return { ...cell, ...(sums.total > cell.total && sums), items }
}

/** The board with one cell grown; without lanes a column is its only cell. */
export function grownBoard(
  board: Board,
  at: Pick<Target, "lane" | "column">,
  more: readonly BoardCard[],
): Board {
  const lanes = board.lanes.map((lane) =>
    lane.value === at.lane
      ? {
          ...lane,
          cells: lane.cells.map((cell) => (cell.column === at.column ? grownCell(cell, more) : cell)),
        }
      : lane,
  )
  if (board.laneBy !== null) return { ...board, lanes }
  const grown = lanes[0]?.cells.find(({ column }) => column === at.column)
  if (!grown) return { ...board, lanes }
  const { items: _, ...sums } = grown
  return { ...board, lanes, columns: board.columns.map((one) => (one.column === at.column ? sums : one)) }
}

export const hasMore = (cell: BoardCell) => cell.hasMoreThanCounted || cell.total > cell.items.length

const ARROWS = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"]
export const isArrow = (code: string) => ARROWS.includes(code)

export type Folded = { columns: ReadonlySet<string>; lanes: ReadonlySet<string> }

/**
 * From one thing that can be hovered over to the next, by arrow: down the cards of a cell, to its end, then to the next
 * lane; sideways to the same height of the same lane.
 */
export function stepOver(board: Board, folded: Folded, over: string, code: string): string {
  const lanes = board.lanes.filter(({ value }) => board.laneBy === null || !folded.lanes.has(value ?? ""))
  const stopsOf = (lane: BoardLane, { column, items }: BoardCell) =>
    folded.columns.has(column)
      ? [cellId(lane.value, column)]
      : [...items.map(({ id }) => placeId(lane.value, id)), cellId(lane.value, column)]
  for (const [row, lane] of lanes.entries()) {
    for (const [at, cell] of lane.cells.entries()) {
      const here = stopsOf(lane, cell)
      const height = here.indexOf(over)
      if (height < 0) continue
      const inLane = (by: 1 | -1) => {
        const beside = lanes[row + by]
        const stops = beside && stopsOf(beside, beside.cells[at]!)
        return by === 1 ? stops?.[0] : stops?.at(-1)
      }
      if (code === "ArrowUp") return here[height - 1] ?? inLane(-1) ?? over
      if (code === "ArrowDown") return here[height + 1] ?? inLane(1) ?? over
      const next = lane.cells[at + (code === "ArrowRight" ? 1 : -1)]
      const beside = next && stopsOf(lane, next)
      return beside?.[Math.min(height, beside.length - 1)] ?? over
    }
  }
  return over
}

/** "Review, Tomasz Bielak, place 2 of 4": what is spoken while a card hovers. */
export function placeWords(
  board: Board,
  place: string,
  target: Target,
  columnName: (column: string) => string,
) {
  const moved = moveCard(board, place, target, (card) => card)
  const lane = moved.lanes.find(({ value }) => value === target.lane)
  const cell = findCell(moved, target)
  const id = findPlace(board, place)?.card.id
  const at = (cell?.items.findIndex((card) => card.id === id) ?? 0) + 1
  const where = [columnName(target.column), lane?.name].filter(Boolean).join(", ")
  return `${where}, place ${at} of ${cell?.total ?? 0}`
}

export const sameTarget = (a: Target, b: Target) =>
  a.lane === b.lane && a.column === b.column && a.beforeId === b.beforeId

const count = (value: number) => value.toLocaleString("en-GB", { maximumFractionDigits: 2 })

/** How many cards there are; beyond what the server counts: "500+". */
export const countWords = ({ total, hasMoreThanCounted }: { total: number; hasMoreThanCounted?: boolean }) =>
  `${count(total)}${hasMoreThanCounted ? "+" : ""}`

/** What cards add up to: "Σ 34", and how many of them have no estimate; empty where none has one. */
export function sumWords({
  total,
  sum,
  unestimated,
  hasMoreThanCounted,
}: CardSums & { hasMoreThanCounted?: boolean }) {
  if (total === 0 || total === unestimated) return null
  const least = hasMoreThanCounted ? "at least " : ""
  const without = unestimated > 0 ? `, ${count(unestimated)} of ${count(total)} not estimated` : ""
  return {
    short: `${count(sum)}${hasMoreThanCounted ? "+" : ""}`,
    long: `Estimates add up to ${least}${count(sum)}${without}`,
  }
}
