"use client"
import { type CSSProperties, Fragment, useEffect, useMemo, useRef } from "react"
import { useWorkspace } from "@/components/api/workspace"
import { classNames } from "@/components/ui/class-names"
import type { ItemFilter } from "@/server/backlog/domain/item-filter"
import type { ItemView } from "@/server/backlog/domain/item-view"
import type { Verdict } from "@/server/kernel/domain/verdict"
import type { ListedItem } from "../item-data"
import { useBlocked } from "../use-blocked"
import type { Choices } from "../use-choices"
import { GroupRow } from "./group-row"
import { ItemRow, type RowActions, rowLinkId } from "./item-row"
import { leastWidth, listColumns } from "./prepare-columns"
import { TableHead } from "./table-head"
import type { GroupLines } from "./use-group-lines"
import type { ItemPages } from "./use-item-pages"
import { useRowDrag } from "./use-row-drag"
import { useRowWindow } from "./use-row-window"
import type { Selection } from "./use-selection"

type Props = {
  pages: ItemPages
  view: ItemView
  groups: GroupLines
  onFilter: (filter: ItemFilter) => void
  choices: Choices
  selection: Selection<ListedItem>
  onSelectAll: () => void
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

/** The list as a table of virtual lines: 10,000 rows cost what 50 do. */
export function ItemTable(props: Props) {
  const { pages, view, choices, selection, current, focusMove, editing, mayEdit, mayOrder, on, onMove } =
    props
  const { lines, close } = props.groups
  const { workspace, now } = useWorkspace()
  const scroller = useRef<HTMLDivElement>(null)
  const { count: total } = pages
  const tabStop = Math.min(current ?? 0, Math.max(0, total - 1))
  const stays = lines.count > 0 ? lines.lineOf(tabStop) : -1
  const list = useRowWindow({ scroller, count: lines.count, estimate: ROW, stays })
  const { rows, first, last, size, headHeight } = list
  const { show } = pages
  const [from, to] = useMemo(() => shownPlaces(lines, first, last), [lines, first, last])
  useEffect(() => show(from, to), [from, to, show])

  const columns = useMemo(() => listColumns(view.columns), [view.columns])
  const rowAt = (offset: number) => {
    const index = Math.min(Math.floor(offset / size), total - 1)
    return index < 0 ? undefined : { index, start: index * size, size }
  }
  const { drag, start } = useRowDrag({ scroller, headHeight, rowAt }, onMove)
  const actions = useMemo(() => ({ ...on, startDrag: start }), [on, start])

  // By label an item stands in several rows.
  const repeats = view.group === "labels"
  const linkOf = (id: string, place: number) => rowLinkId(id, repeats ? place : null)
  const currentId = current === null ? undefined : pages.rows.get(current)?.id
  const focusNow = useRef({ current, currentId, list, lines, linkOf })
  focusNow.current = { current, currentId, list, lines, linkOf }
  useEffect(() => {
    const { current: place, currentId: id, list: shown, lines: now, linkOf } = focusNow.current
    if (focusMove === 0 || place === null) return
    shown.scrollTo(now.lineOf(place))
    // It is drawn: the row of the tab stop always is.
    if (id) document.getElementById(linkOf(id, place))?.focus({ preventScroll: true })
  }, [focusMove])

  const loaded = useMemo(() => [...pages.rows.values()], [pages.rows])
  const blocked = useBlocked(useMemo(() => loaded.map(({ id }) => id), [loaded]))
  const itemsHref = `/${workspace.slug}/items`
  return (
    <section ref={scroller} className="rows" aria-label="Items, scrolls" tabIndex={-1}>
      <table
        className={classNames("data list items", drag && "dragging", view.columns ? "chosen" : "usual")}
        style={{ "--least": `${leastWidth(columns)}px` } as CSSProperties}
        aria-label="Backlog items"
        aria-rowcount={lines.count + 1}
        aria-busy={pages.renewing || undefined}
      >
        <TableHead
          filter={view.filter}
          onFilter={props.onFilter}
          columns={columns}
          allChosen={
            selection.whole || (loaded.length > 0 && loaded.every((item) => selection.chosen.has(item.id)))
          }
          onChooseAll={(all) => (all ? props.onSelectAll() : selection.clear())}
        />
        <tbody>
          {rows.map((number, order) => {
            const line = lines.lineAt(number)
            const gap = <Gap height={(number - (rows[order - 1] ?? -1) - 1) * size} />
            if (line.kind === "group") {
              return (
                <Fragment key={`group ${line.group.value}`}>
                  {gap}
                  <GroupRow
                    line={number}
                    field={view.group!}
                    group={line.group}
                    closed={line.closed}
                    columns={columns}
                    onClose={close}
                  />
                </Fragment>
              )
            }
            const index = line.place
            const item = pages.rows.get(index)
            return (
              <Fragment key={item ? linkOf(item.id, index) : number}>
                {gap}
                {item ? (
                  <ItemRow
                    item={item}
                    index={index}
                    line={number}
                    linkId={linkOf(item.id, index)}
                    blocked={blocked.get(item.id)}
                    columns={columns}
                    itemsHref={itemsHref}
                    now={now}
                    current={index === current}
                    tabStop={index === tabStop}
                    selected={selection.whole || selection.chosen.has(item.id)}
                    editingTitle={editing === item.id}
                    drop={dropSide(drag, index)}
                    mayEdit={mayEdit(item.productId)}
                    mayOrder={mayOrder}
                    choices={choices}
                    on={actions}
                  />
                ) : (
                  <Waiting line={number} index={index} />
                )}
              </Fragment>
            )
          })}
          <Gap height={(lines.count - (rows.at(-1) ?? -1) - 1) * size} />
        </tbody>
      </table>
    </section>
  )
}

/** First and last place among the lines on the screen, so that only what closed groups leave over is read. */
function shownPlaces(lines: GroupLines["lines"], first: number, last: number): [number, number] {
  let [from, to] = [-1, 0]
  for (let number = Math.max(0, first); number <= last && number < lines.count; number++) {
    const line = lines.lineAt(number)
    if (line.kind !== "item") continue
    if (from < 0) from = line.place
    to = line.place
  }
  return [Math.max(0, from), to]
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

function Waiting({ line, index }: { line: number; index: number }) {
  return (
    <tr data-index={line} aria-rowindex={line + 2}>
      <td className="cb" />
      <td className="rk num">{(index + 1).toLocaleString("en-GB")}</td>
      <td className="ti">
        <span className="ghost" style={{ width: `${30 + ((index * 7) % 30)}%` }} />
        <span className="sr-only">Loading</span>
      </td>
    </tr>
  )
}
