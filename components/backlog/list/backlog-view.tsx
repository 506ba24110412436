"use client"
import "./list.css"
import "./item-table.css"
import dynamic from "next/dynamic"
import { useRouter } from "next/navigation"
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from "react"
import { useWorkspace } from "@/components/api/workspace"
import type { ItemFilter } from "@/server/backlog/domain/item-filter"
import { BacklogHead } from "../backlog-head"
import { FilterBar } from "../filter-bar"
import type { ListedItem } from "../item-data"
import { listState, orderable } from "../prepare-filter"
import { rememberTrail } from "../prepare-trail"
import { viewHref } from "../prepare-view"
import { useBulkChange } from "../use-bulk-change"
import { useChoices } from "../use-choices"
import { useItemEdits } from "../use-item-edits"
import { useAddressFlag } from "../use-item-filter"
import { useItemView } from "../use-item-view"
import { useUndo } from "../use-undo"
import { ItemTable } from "./item-table"
import { useAllCount } from "./use-all-count"
import { useGroupLines } from "./use-group-lines"
import { useItemPages } from "./use-item-pages"
import { useListKeys } from "./use-list-keys"
import { useRange } from "./use-range"
import { useReorder } from "./use-reorder"
import { useSelection } from "./use-selection"

// What a first look at the list does not need comes when it is needed.
const ItemAside = dynamic(() => import("./item-aside").then((module) => module.ItemAside), { ssr: false })
const SelectionBar = dynamic(() => import("./selection-bar").then((module) => module.SelectionBar), {
  ssr: false,
})
const ListNothing = dynamic(() => import("./list-nothing").then((module) => module.ListNothing))
const ViewTools = dynamic(() => import("./view-tools"))
const OrderNote = dynamic(() => import("./order-note"))
const ConditionChips = dynamic(() => import("../conditions/condition-chips"))
const ConflictDialog = dynamic(() => import("../conflict-dialog"), { ssr: false })
const CreateDialog = dynamic(() => import("../create-dialog"), { ssr: false })

const ORDER_NOTE = "order-note"

/** The backlog as a list: find, edit in place, order, and act on many. */
export function BacklogView() {
  const router = useRouter()
  const { workspace, may } = useWorkspace()
  const views = useItemView()
  const { view, setView, saved } = views
  const { filter, group } = view
  const setFilter = useCallback((next: ItemFilter) => setView({ ...view, filter: next }), [setView, view])
  const [creating, setCreating] = useAddressFlag("new", "item")
  const choices = useChoices()
  const pages = useItemPages(view)
  const all = useAllCount(filter)
  const edits = useItemEdits(choices, { refresh: group !== null })
  const offerUndo = useUndo()
  const reorder = useReorder(pages, offerUndo)
  const bulk = useBulkChange(choices, offerUndo)
  const selection = useSelection<ListedItem>(filter)
  const [current, setCurrent] = useState<number | null>(null)
  const [focusMove, setFocusMove] = useState(0)
  const [editing, setEditing] = useState<string | null>(null)
  const search = useRef<HTMLInputElement>(null)
  const { count } = pages
  const groups = useGroupLines(view, count)
  const shownItem = useDeferredValue(current === null ? undefined : pages.rows.get(current))

  const inOrder = orderable(filter, group)
  const mayRank = may("backlog.rank")
  const mayOrder = mayRank.ok ? inOrder : mayRank
  const mayEdit = useCallback(
    (productId: string | null) => may("backlog.edit", choices.scopeOf(productId)),
    [may, choices],
  )
  const labels = useMemo(() => [...pages.rows.values()].flatMap((item) => item.labels), [pages.rows])

  useEffect(() => {
    const keys = [...pages.rows].sort(([a], [b]) => a - b).map(([, item]) => item.key)
    const href = viewHref(`/${workspace.slug}/backlog`, view, saved, new URLSearchParams())
    rememberTrail(workspace.slug, { href, keys: [...new Set(keys)] })
  }, [workspace.slug, view, saved, pages.rows])

  const [explained, setExplained] = useState(false)
  const explainOrder = useCallback(() => setExplained(true), [])

  const goTo = (index: number) => {
    setCurrent(Math.max(0, Math.min(index, count - 1)))
    setFocusMove((moves) => moves + 1)
  }
  const currentItem = current === null ? undefined : pages.rows.get(current)
  const moveBy = (by: 1 | -1) => {
    if (!mayOrder.ok) return explainOrder()
    if (current === null || current + by < 0 || current + by >= count) return
    reorder.move(current, current + by, true)
    goTo(current + by)
  }
  const extend = useRange({
    rows: pages.rows,
    current,
    step: (from, by) => groups.lines.step(from, by),
    goTo,
    selection,
  })
  const selectAll = () => {
    const loaded = [...pages.rows.values()]
    const beyond = (pages.total ?? 0) > new Set(loaded.map(({ id }) => id)).size
    if (loaded.length > 0) selection.choose(loaded, beyond)
  }
  useListKeys({
    step: (by) => count > 0 && goTo(groups.lines.step(current ?? -1, by)),
    open: () => currentItem && router.push(`/${workspace.slug}/items/${currentItem.key}`),
    select: () => currentItem && selection.toggle(currentItem),
    create: () => setCreating(true),
    search: () => search.current?.focus(),
    editTitle: () => currentItem && mayEdit(currentItem.productId).ok && setEditing(currentItem.id),
    reorder: moveBy,
    extend,
    selectAll,
    clear: selection.clear,
  })

  const { save } = edits
  const { toggle } = selection
  const actions = useMemo(
    () => ({
      setCurrent: (index: number) => setCurrent(index),
      toggle,
      save: (...edit: Parameters<typeof save>) => void save(...edit),
      editTitle: setEditing,
      explainOrder,
    }),
    [toggle, save, explainOrder],
  )
  const chosen = [...selection.chosen.values()]
  const refusal = chosen.map((item) => mayEdit(item.productId)).find((verdict) => !verdict.ok)
  const empty = pages.total === 0

  const error = pages.error ?? groups.error

  return (
    <div className="page-fill backlog">
      <BacklogHead
        view="list"
        state={pages.total === undefined ? "Counting items" : listState(filter, pages.total, all, group)}
        filter={filter}
        list={views}
        onCreate={() => setCreating(true)}
        onUndoOrder={(changeId) => void reorder.undoOrder(changeId)}
      />
      <FilterBar filter={filter} onChange={setFilter} choices={choices} labels={labels} searchRef={search}>
        <ViewTools view={view} onChange={setView} groups={groups} />
      </FilterBar>
      {filter.where ? <ConditionChips filter={filter} onChange={setFilter} choices={choices} /> : null}
      {inOrder.ok && !explained ? null : (
        <OrderNote
          id={ORDER_NOTE}
          filter={filter}
          inOrder={inOrder}
          pointedOut={explained}
          refusal={explained && !mayOrder.ok ? mayOrder.reason : null}
          onSwitch={() => {
            setExplained(false)
            setView({ ...view, group: null, filter: { ...filter, sort: [], search: "" } })
          }}
        />
      )}
      {error || empty ? (
        <ListNothing
          error={error}
          retry={pages.retry}
          filter={filter}
          onFilter={setFilter}
          onCreate={() => setCreating(true)}
        />
      ) : (
        <div className="split">
          <div className="listpane">
            <ItemTable
              pages={pages}
              view={view}
              groups={groups}
              onFilter={setFilter}
              choices={choices}
              selection={selection}
              onSelectAll={selectAll}
              current={current}
              focusMove={focusMove}
              editing={editing}
              mayEdit={mayEdit}
              mayOrder={mayOrder}
              on={actions}
              onMove={(from, to) => {
                reorder.move(from, to)
                setCurrent(to)
              }}
            />
            {chosen.length > 0 || selection.whole || bulk.question ? (
              <SelectionBar
                ids={chosen.map(({ id }) => id)}
                whole={selection.whole}
                onWhole={selection.chooseWhole}
                filter={filter}
                total={pages.total}
                choices={choices}
                bulk={bulk}
                mayEdit={refusal ?? may("backlog.edit")}
                order={{
                  may: mayOrder,
                  noteId: inOrder.ok ? undefined : ORDER_NOTE,
                  onTop: () => reorder.moveToTop(chosen),
                }}
                onClear={selection.clear}
              />
            ) : null}
          </div>
          {shownItem && current !== null ? (
            <ItemAside
              item={shownItem}
              place={current + 1}
              choices={choices}
              may={mayEdit(shownItem.productId)}
              save={save}
            />
          ) : (
            <aside className="side" aria-label="Summary of an item">
              <p className="muted">Choose a row, or press j, to see what it is about.</p>
            </aside>
          )}
        </div>
      )}
      {creating ? (
        <CreateDialog choices={choices} filter={filter} onClose={() => setCreating(false)} />
      ) : null}
      {edits.conflict ? (
        <ConflictDialog conflict={edits.conflict} nameOf={choices.nameOf} onSettle={edits.settle} />
      ) : null}
    </div>
  )
}
