"use client"
import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual"
import { Fragment, useEffect, useMemo, useRef } from "react"
import { useWorkspace } from "@/components/api/workspace"
import { classNames } from "@/components/ui/class-names"
import type { ItemFilter } from "@/server/backlog/domain/item-filter"
import type { Verdict } from "@/server/kernel/domain/verdict"
import type { Choices } from "../use-choices"
import { ItemRow, type RowActions, rowLinkId } from "./item-row"
import { COLUMN_COUNT, TableHead } from "./table-head"
import type { ItemPages } from "./use-item-pages"
import { useRowDrag } from "./use-row-drag"
import type { Selection } from "./use-selection"

type Props = {
  pages: ItemPages
  filter: ItemFilter
  onFilter: (filter: ItemFilter) => void
  choices: Choices
  selection: Selection
  current: number | null
  /** Counts moves by key: after each the current row's link gets the focus. */
  focusMove: number
  editing: string | null
  mayEdit: (productId: string | null) => Verdict
  mayOrder: Verdict
  on: Omit<RowActions, "startDrag">
  onMove: (from: number, to: number) => void
}

const ROW = 34
const HEAD = 30

/** The list as a table of virtual rows: 10,000 rows cost what 50 do. */
export function ItemTable(props: Props) {
  const { pages, filter, choices, selection, current, focusMove, editing, mayEdit, mayOrder, on, onMove } =
    props
  const { workspace, now } = useWorkspace()
  const scroller = useRef<HTMLDivElement>(null)
  const total = pages.total ?? 0
  const tabStop = Math.min(current ?? 0, Math.max(0, total - 1))
  const rows = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 15,
    // Drawn on the server too: a screenful of rows comes with the page.
    initialRect: { width: 1000, height: 700 },
    scrollPaddingEnd: HEAD,
    // The row that holds the focus stays drawn while the list is scrolled away from it.
    rangeExtractor: (range) => withIndex(defaultRangeExtractor(range), tabStop),
  })
  const shown = rows.getVirtualItems()
  const { startIndex, endIndex } = rows.range ?? { startIndex: 0, endIndex: 0 }
  const { show } = pages
  useEffect(() => show(startIndex, endIndex), [startIndex, endIndex, show])

  const headHeight = () => scroller.current?.querySelector("thead")?.offsetHeight ?? 0
  const { drag, start } = useRowDrag(
    { scroller, headHeight, rowAt: (offset) => rows.getVirtualItemForOffset(offset) },
    onMove,
  )
  const actions = useMemo(() => ({ ...on, startDrag: start }), [on, start])

  const currentId = current === null ? undefined : pages.rows.get(current)?.id
  const focusNow = useRef({ current, currentId, rows })
  focusNow.current = { current, currentId, rows }
  useEffect(() => {
    const { current: place, currentId: id, rows: list } = focusNow.current
    if (focusMove === 0 || place === null) return
    list.scrollToIndex(place, { align: "auto" })
    requestAnimationFrame(() => id && document.getElementById(rowLinkId(id))?.focus({ preventScroll: true }))
  }, [focusMove])

  const loaded = [...pages.rows.values()]
  return (
    <section ref={scroller} className="rows" aria-label="Items, scrolls" tabIndex={-1}>
      <table
        className={classNames("data list items", drag && "dragging")}
        aria-label="Backlog items"
        aria-rowcount={total + 1}
        aria-busy={pages.renewing || undefined}
      >
        <TableHead
          filter={filter}
          onFilter={props.onFilter}
          allChosen={loaded.length > 0 && loaded.every((item) => selection.chosen.has(item.id))}
          onChooseAll={(all) => (all ? selection.choose(loaded) : selection.clear())}
        />
        <tbody>
          {shown.map(({ index, start: top }, order) => {
            const item = pages.rows.get(index)
            const gap = <Gap height={top - (shown[order - 1]?.end ?? 0)} />
            return (
              <Fragment key={item?.id ?? index}>
                {gap}
                {item ? (
                  <ItemRow
                    rowRef={rows.measureElement}
                    item={item}
                    index={index}
                    href={`/${workspace.slug}/items/${item.key}`}
                    now={now}
                    current={index === current}
                    tabStop={index === tabStop}
                    selected={selection.chosen.has(item.id)}
                    editingTitle={editing === item.id}
                    drop={dropSide(drag, index)}
                    mayEdit={mayEdit(item.productId)}
                    mayOrder={mayOrder}
                    choices={choices}
                    on={actions}
                  />
                ) : (
                  <Waiting index={index} />
                )}
              </Fragment>
            )
          })}
          <Gap height={rows.getTotalSize() - (shown.at(-1)?.end ?? 0)} />
        </tbody>
      </table>
    </section>
  )
}

const withIndex = (indexes: number[], index: number) =>
  indexes.includes(index) ? indexes : [...indexes, index].sort((a, b) => a - b)

function dropSide(drag: { from: number; to: number } | null, index: number) {
  if (!drag || drag.to === drag.from || index !== drag.to) return null
  return drag.to > drag.from ? "below" : "above"
}

/** Keeps the place of rows that are not drawn. */
function Gap({ height }: { height: number }) {
  if (height <= 0) return null
  return (
    <tr aria-hidden className="gap">
      <td colSpan={COLUMN_COUNT} style={{ height }} />
    </tr>
  )
}

function Waiting({ index }: { index: number }) {
  return (
    <tr data-index={index} aria-rowindex={index + 2}>
      <td className="cb" />
      <td className="rk num">{index + 1}</td>
      <td colSpan={COLUMN_COUNT - 2}>
        <span className="ghost" style={{ width: `${30 + ((index * 7) % 30)}%` }} />
        <span className="sr-only">Loading</span>
      </td>
    </tr>
  )
}
