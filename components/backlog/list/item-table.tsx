"use client"
import { Fragment, useEffect, useMemo, useRef } from "react"
import { useWorkspace } from "@/components/api/workspace"
import { classNames } from "@/components/ui/class-names"
import type { ItemFilter } from "@/server/backlog/domain/item-filter"
import type { Verdict } from "@/server/kernel/domain/verdict"
import type { Choices } from "../use-choices"
import { ItemRow, type RowActions, rowLinkId } from "./item-row"
import { TableHead } from "./table-head"
import type { ItemPages } from "./use-item-pages"
import { useRowDrag } from "./use-row-drag"
import { useRowWindow } from "./use-row-window"
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

/** The list as a table of virtual rows: 10,000 rows cost what 50 do. */
export function ItemTable(props: Props) {
  const { pages, filter, choices, selection, current, focusMove, editing, mayEdit, mayOrder, on, onMove } =
    props
  const { workspace, now } = useWorkspace()
  const scroller = useRef<HTMLDivElement>(null)
  const total = pages.total ?? 0
  const tabStop = Math.min(current ?? 0, Math.max(0, total - 1))
  const list = useRowWindow({ scroller, count: total, estimate: ROW, stays: total > 0 ? tabStop : -1 })
  const { rows, first, last, size, headHeight } = list
  const { show } = pages
  useEffect(() => show(first, last), [first, last, show])

  const rowAt = (offset: number) => {
    const index = Math.min(Math.floor(offset / size), total - 1)
    return index < 0 ? undefined : { index, start: index * size, size }
  }
  const { drag, start } = useRowDrag({ scroller, headHeight, rowAt }, onMove)
  const actions = useMemo(() => ({ ...on, startDrag: start }), [on, start])

  const currentId = current === null ? undefined : pages.rows.get(current)?.id
  const focusNow = useRef({ current, currentId, list })
  focusNow.current = { current, currentId, list }
  useEffect(() => {
    const { current: place, currentId: id, list: shown } = focusNow.current
    if (focusMove === 0 || place === null) return
    shown.scrollTo(place)
    // It is drawn: the row of the tab stop always is.
    if (id) document.getElementById(rowLinkId(id))?.focus({ preventScroll: true })
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
          {rows.map((index, order) => {
            const item = pages.rows.get(index)
            return (
              <Fragment key={item?.id ?? index}>
                <Gap height={(index - (rows[order - 1] ?? -1) - 1) * size} />
                {item ? (
                  <ItemRow
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
          <Gap height={(total - (rows.at(-1) ?? -1) - 1) * size} />
        </tbody>
      </table>
    </section>
  )
}

function dropSide(drag: { from: number; to: number } | null, index: number) {
  if (!drag || drag.to === drag.from || index !== drag.to) return null
  return drag.to > drag.from ? "below" : "above"
}

/** Keeps the place of rows that are not drawn. */
function Gap({ height }: { height: number }) {
  if (height <= 0) return null
  return (
    <tr aria-hidden className="gap">
      <td style={{ height }} />
    </tr>
  )
}

function Waiting({ index }: { index: number }) {
  return (
    <tr data-index={index} aria-rowindex={index + 2}>
      <td className="cb" />
      <td className="rk num">{(index + 1).toLocaleString("en-GB")}</td>
      <td className="ti">
        <span className="ghost" style={{ width: `${30 + ((index * 7) % 30)}%` }} />
        <span className="sr-only">Loading</span>
      </td>
    </tr>
  )
}
