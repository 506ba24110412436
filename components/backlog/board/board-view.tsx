"use client"
import dynamic from "next/dynamic"
import { useMemo, useRef, useState } from "react"
import { useWorkspace } from "@/components/api/workspace"
import { DoneMark } from "@/components/dod/done-mark"
import { useProgress } from "@/components/dod/use-progress"
import { useShortcuts } from "@/components/shell/use-shortcuts"
import { Button } from "@/components/ui/button"
import {
  CLOSED_STATUSES,
  ITEM_STATUS_LABELS,
  ITEM_STATUSES,
  type ItemStatus,
} from "@/server/backlog/domain/item"
import { BacklogHead } from "../backlog-head"
import { FilterBar } from "../filter-bar"
import type { Board, BoardCard as Card } from "../item-data"
import { ListNothing } from "../list/list-nothing"
import { useAllCount } from "../list/use-all-count"
import { boardState } from "../prepare-filter"
import { useBulkChange } from "../use-bulk-change"
import { useChoices } from "../use-choices"
import { useAddressFlag } from "../use-item-filter"
import { useUndo } from "../use-undo"
import { CardGrid } from "./card-grid"
import type { GridKit } from "./grid-kit"
import { laneMoves } from "./lane-moves"
import { LaneSelect } from "./lane-select"
import { daysInColumn, statusName } from "./prepare-board"
import { byRank, findCell, placeId } from "./prepare-grid"
import { columnLimit, laneLimit } from "./prepare-wip"
import { useBoard } from "./use-board"
import { useBoardMove } from "./use-board-move"
import { useCardDrag } from "./use-card-drag"
import { useCardSelection } from "./use-card-selection"
import { useFolded } from "./use-folded"
import { useLaneFilter } from "./use-lane-filter"
import { useShownCards } from "./use-shown-cards"

const CreateDialog = dynamic(() => import("../create-dialog"), { ssr: false })
const WipDialog = dynamic(() => import("./wip-dialog"), { ssr: false })
const SelectionBar = dynamic(() => import("../list/selection-bar").then((module) => module.SelectionBar), {
  ssr: false,
})

const reasonOf = (verdict: { ok: true } | { ok: false; reason: string }) =>
  verdict.ok ? undefined : verdict.reason

/** The backlog as a board: columns are states, places in a column are the manual order, lanes are what the reader likes. */
export function BoardView() {
  const { may, now } = useWorkspace()
  const { filter, setFilter, laneBy, setLaneBy } = useLaneFilter()
  const [creating, setCreating] = useAddressFlag("new", "item")
  const [limiting, setLimiting] = useState(false)
  const choices = useChoices()
  const { board, limits, readLimits, error, retry, renewing, change, showMore } = useBoard(filter, laneBy)
  const all = useAllCount(filter)
  const offerUndo = useUndo()
  const columns = useFolded("plumbline_folded_states", ["dropped"])
  const lanes = useFolded(`plumbline_folded_lanes_${laneBy ?? ""}`, [])
  const search = useRef<HTMLInputElement>(null)
  const mayRank = (productId: string | null) => may("backlog.rank", choices.scopeOf(productId))
  const mayEdit = (productId: string | null) => may("backlog.edit", choices.scopeOf(productId))
  const { move, judge } = useBoardMove({ board, limits, change, readLimits, mayEdit, mayRank, offerUndo })
  const folded = { columns: columns.folded, lanes: lanes.folded }
  const drag = useCardDrag({ board, folded, columnName: statusName, judge, onMove: move })
  const selection = useCardSelection(board, filter)
  const bulk = useBulkChange(choices, offerUndo)

  const { labels, total } = useShownCards("board", board, filter)
  const progress = useProgress(useMemo(() => openIds(board), [board]))
  useShortcuts([
    { keys: "c", label: "Create item", hint: true, run: () => setCreating(true) },
    { keys: "/", label: "Search items", hint: true, run: () => search.current?.focus() },
  ])

  const kit: GridKit = {
    moving: drag.moving,
    target: drag.target,
    judgement: drag.judgement,
    columnName: statusName,
    columnLimit: (column) => columnLimit(limits, column),
    laneLimit: (column, lane) => laneLimit(limits, column, laneBy, lane),
    foldable: (column) => CLOSED_STATUSES.includes(column as ItemStatus),
    folded: columns.folded,
    onFold: columns.fold,
    foldedLanes: lanes.folded,
    onFoldLane: lanes.fold,
    reasonFor: (card) => reasonOf(mayEdit(card.productId)),
    facts: (card) => (
      <>
        <DoneMark progress={progress.get(card.id)} />
        <Age card={card} now={now} />
      </>
    ),
    menuOf: (card, lane) => {
      if (!board) return []
      const place = placeId(lane.value, card.id)
      const reason = reasonOf(mayEdit(card.productId))
      const states = ITEM_STATUSES.filter((status) => status !== card.status).map((status) => {
        const target = byRank(board, card, { lane: lane.value, column: status })
        return {
          label: ITEM_STATUS_LABELS[status],
          disabledReason: reason ?? judge(place, target).refusal,
          onSelect: () => move(place, target),
        }
      })
      const first = findCell(board, { lane: lane.value, column: card.status })?.items.find(
        ({ id }) => id !== card.id,
      )
      const toTop = () => first && move(place, { lane: lane.value, column: card.status, beforeId: first.id })
      return [
        { label: "Move to", entries: states },
        ...laneMoves({ board, card, lane, judge, move, reason }),
        ...(mayRank(card.productId).ok && !reason && first
          ? [{ entries: [{ label: "Top of this column", onSelect: toTop }] }]
          : []),
      ]
    },
    selected: selection.ids,
    onSelect: selection.toggle,
    onMore: showMore,
  }
  const chosen = [...selection.chosen.values()]
  const refusal = chosen.map((card) => mayEdit(card.productId)).find((verdict) => !verdict.ok)
  const uncounted = board?.columns.some((column) => column.hasMoreThanCounted) ?? false
  return (
    <div className="page-fill backlog">
      <BacklogHead
        view="board"
        state={boardState(filter, total, all, uncounted)}
        filter={filter}
        onCreate={() => setCreating(true)}
      />
      <FilterBar filter={filter} onChange={setFilter} choices={choices} labels={labels} searchRef={search}>
        <span className="board-tools">
          <LaneSelect value={laneBy} onChange={setLaneBy} />
          <Button size="small" onClick={() => setLimiting(true)}>
            Limits
          </Button>
        </span>
      </FilterBar>
      {error || total === 0 ? (
        <ListNothing
          error={error}
          retry={retry}
          filter={filter}
          onFilter={setFilter}
          onCreate={() => setCreating(true)}
        />
      ) : board ? (
        <CardGrid board={board} kit={kit} context={drag.context} renewing={renewing} />
      ) : null}
      {chosen.length > 0 || selection.whole || bulk.question ? (
        <SelectionBar
          ids={chosen.map(({ id }) => id)}
          whole={selection.whole}
          onWhole={selection.chooseWhole}
          filter={filter}
          total={uncounted ? undefined : total}
          choices={choices}
          bulk={bulk}
          mayEdit={refusal ?? may("backlog.edit")}
          onClear={selection.clear}
        />
      ) : null}
      {creating ? (
        <CreateDialog choices={choices} filter={filter} onClose={() => setCreating(false)} />
      ) : null}
      {limiting && limits ? (
        <WipDialog
          limits={limits}
          mayConfigure={may("backlog.configure")}
          onClose={() => setLimiting(false)}
        />
      ) : null}
    </div>
  )
}

/** Cards that are not done yet: of the others nobody asks what is missing. */
const openIds = (board: Board | undefined) =>
  (board?.lanes ?? []).flatMap(({ cells }) =>
    cells
      .filter(({ column }) => !CLOSED_STATUSES.includes(column as ItemStatus))
      .flatMap(({ items }) => items.map(({ id }) => id)),
  )

/** How long the card has been where it is. */
function Age({ card, now }: { card: Card; now: string }) {
  const days = daysInColumn(card, now)
  if (days === null) return null
  return (
    <span className="age" title={`${days} ${days === 1 ? "day" : "days"} in ${statusName(card.status)}`}>
      {days} d<span className="sr-only"> in {statusName(card.status)}</span>
    </span>
  )
}
