"use client"
import dynamic from "next/dynamic"
import { useRef } from "react"
import { useWorkspace } from "@/components/api/workspace"
import { useShortcuts } from "@/components/shell/use-shortcuts"
import { StateWord } from "@/components/ui/state-word"
import { ITEM_STATUS_LABELS } from "@/server/backlog/domain/item"
import { quarterOf } from "@/server/backlog/domain/quarter"
import { PAST } from "@/server/backlog/domain/roadmap"
import { BacklogHead } from "../backlog-head"
import { CardGrid } from "../board/card-grid"
import type { GridKit } from "../board/grid-kit"
import { laneMoves } from "../board/lane-moves"
import { LaneSelect } from "../board/lane-select"
import { byRank, placeId } from "../board/prepare-grid"
import { useCardDrag } from "../board/use-card-drag"
import { useCardSelection } from "../board/use-card-selection"
import { useFolded } from "../board/use-folded"
import { useLaneFilter } from "../board/use-lane-filter"
import { useShownCards } from "../board/use-shown-cards"
import { FilterBar } from "../filter-bar"
import type { BoardCard as Card } from "../item-data"
import { ListNothing } from "../list/list-nothing"
import { useBulkChange } from "../use-bulk-change"
import { useChoices } from "../use-choices"
import { useAddressFlag } from "../use-item-filter"
import { useUndo } from "../use-undo"
import { columnName, dueWarning, FOLDABLE, roadmapState } from "./prepare-roadmap"
import { useRoadmap } from "./use-roadmap"

const CreateDialog = dynamic(() => import("../create-dialog"), { ssr: false })
const SelectionBar = dynamic(() => import("../list/selection-bar").then((module) => module.SelectionBar), {
  ssr: false,
})

/** The backlog by quarter: what is planned when, and what is not planned yet. */
export function RoadmapView() {
  const { may, now } = useWorkspace()
  const today = now.slice(0, 10)
  const { filter, setFilter, laneBy, setLaneBy } = useLaneFilter()
  const [creating, setCreating] = useAddressFlag("new", "item")
  const choices = useChoices()
  const offerUndo = useUndo()
  const bulk = useBulkChange(choices, offerUndo)
  const mayEdit = (productId: string | null) => may("backlog.edit", choices.scopeOf(productId))
  const roadmap = useRoadmap({ filter, laneBy, today, mayEdit, bulk, offerUndo })
  const { board, error, judge, move } = roadmap
  const columns = useFolded("plumbline_folded_quarters", [PAST])
  const lanes = useFolded(`plumbline_folded_lanes_${laneBy ?? ""}`, [])
  const folded = { columns: columns.folded, lanes: lanes.folded }
  const drag = useCardDrag({ board, folded, columnName, judge, onMove: move })
  const selection = useCardSelection(board, filter)
  const search = useRef<HTMLInputElement>(null)

  const { labels, total } = useShownCards("roadmap", board, filter)
  useShortcuts([
    { keys: "c", label: "Create item", hint: true, run: () => setCreating(true) },
    { keys: "/", label: "Search items", hint: true, run: () => search.current?.focus() },
  ])

  const reasonFor = (card: Card) => {
    const verdict = mayEdit(card.productId)
    return verdict.ok ? undefined : verdict.reason
  }
  const kit: GridKit = {
    moving: drag.moving,
    target: drag.target,
    judgement: drag.judgement,
    columnName,
    columnNote: (column) => (column === quarterOf(today) ? <b>now</b> : null),
    foldable: (column) => FOLDABLE.includes(column),
    folded: columns.folded,
    onFold: columns.fold,
    foldedLanes: lanes.folded,
    onFoldLane: lanes.fold,
    reasonFor,
    facts: (card) => <PlanFacts card={card} />,
    menuOf: (card, lane) => {
      if (!board) return []
      const place = placeId(lane.value, card.id)
      const reason = reasonFor(card)
      const here = lane.cells.find(({ items }) => items.some(({ id }) => id === card.id))?.column
      const quarters = board.columns
        .filter(({ column }) => column !== here)
        .map(({ column }) => {
          const target = byRank(board, card, { lane: lane.value, column })
          return {
            label: columnName(column),
            disabledReason: reason ?? judge(place, target).refusal,
            onSelect: () => move(place, target),
          }
        })
      return [
        { label: "Move to", entries: quarters },
        ...laneMoves({ board, card, lane, judge, move, reason }),
      ]
    },
    selected: selection.ids,
    onSelect: selection.toggle,
    onMore: roadmap.showMore,
  }
  const chosen = [...selection.chosen.values()]
  const refusal = chosen.map((card) => mayEdit(card.productId)).find((verdict) => !verdict.ok)
  return (
    <div className="page-fill backlog">
      <BacklogHead
        view="roadmap"
        state={roadmapState(board)}
        filter={filter}
        onCreate={() => setCreating(true)}
      />
      <FilterBar filter={filter} onChange={setFilter} choices={choices} labels={labels} searchRef={search}>
        <LaneSelect value={laneBy} onChange={setLaneBy} />
      </FilterBar>
      {error || total === 0 ? (
        <ListNothing
          error={error}
          retry={roadmap.retry}
          filter={filter}
          onFilter={setFilter}
          onCreate={() => setCreating(true)}
        />
      ) : board ? (
        <CardGrid narrow board={board} kit={kit} context={drag.context} renewing={roadmap.renewing} />
      ) : null}
      {chosen.length > 0 || bulk.question ? (
        <SelectionBar
          ids={chosen.map(({ id }) => id)}
          whole={selection.whole}
          onWhole={selection.chooseWhole}
          filter={filter}
          total={undefined}
          choices={choices}
          bulk={bulk}
          mayEdit={refusal ?? may("backlog.edit")}
          onClear={selection.clear}
        />
      ) : null}
      {creating ? (
        <CreateDialog choices={choices} filter={filter} onClose={() => setCreating(false)} />
      ) : null}
    </div>
  )
}

/** Its state, and a due date that does not fit the plan. */
function PlanFacts({ card }: { card: Card }) {
  const warning = dueWarning(card)
  return (
    <>
      <span className="tag">{ITEM_STATUS_LABELS[card.status]}</span>
      {warning ? <StateWord state="warning">{warning}</StateWord> : null}
    </>
  )
}
