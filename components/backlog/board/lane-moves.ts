import type { MenuGroup } from "@/components/ui/menu"
import { LANE_LABELS } from "@/server/backlog/domain/wip"
import type { Board, BoardCard, BoardLane } from "../item-data"
import { byRank, placeId, type Target } from "./prepare-grid"
import type { Judgement } from "./use-card-drag"

type Options = {
  board: Board
  card: BoardCard
  lane: BoardLane
  reason: string | undefined
  judge: (place: string, target: Target) => Judgement
  move: (place: string, target: Target) => void
}

const SHOWN = 12

/** The other lanes, for people who move by menu instead of dragging. */
export function laneMoves({ board, card, lane, reason, judge, move }: Options): MenuGroup[] {
  if (board.laneBy === null) return []
  const place = placeId(lane.value, card.id)
  const column = lane.cells.find(({ items }) => items.some(({ id }) => id === card.id))?.column
  if (column === undefined) return []
  const others = board.lanes.filter(({ value }) => value !== lane.value).slice(0, SHOWN)
  if (others.length === 0) return []
  return [
    {
      label: `To another ${LANE_LABELS[board.laneBy]}`,
      entries: others.map(({ value, name }) => {
        const target = byRank(board, card, { lane: value, column })
        return {
          label: name,
          disabledReason: reason ?? judge(place, target).refusal,
          onSelect: () => move(place, target),
        }
      }),
    },
  ]
}
