"use client"
import { useVirtualizer } from "@tanstack/react-virtual"
import { Fragment, useCallback, useEffect, useRef } from "react"
import { useWorkspace } from "@/components/api/workspace"
import type { Framework } from "@/server/scoring/domain/framework"
import { Gap, RestGap } from "../gap"
import { columnWords } from "../prepare-words"
import type { GridItem } from "../scoring-data"
import { GridRow, noteId } from "./grid-row"
import { type CellMove, cellId } from "./score-cell"
import type { ScoreDrafts } from "./score-drafts"
import type { GridPages } from "./use-grid-pages"

type Props = {
  pages: GridPages
  framework: Framework
  drafts: ScoreDrafts
  refusalOf: (productId: string | null) => string | undefined
  onFocus: (index: number, column: number) => void
  onConflict: (item: GridItem) => void
}

const ROW = 40
const STEPS: Record<CellMove, [rows: number, columns: number]> = {
  up: [-1, 0],
  down: [1, 0],
  left: [0, -1],
  right: [0, 1],
}

/** Items by criteria, one field each; virtual rows. */
export function GridTable({ pages, framework, drafts, refusalOf, onFocus, onConflict }: Props) {
  const { workspace } = useWorkspace()
  const scroller = useRef<HTMLDivElement>(null)
  const total = pages.total ?? 0
  const rows = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 10,
    initialRect: { width: 1000, height: 700 },
    scrollPaddingStart: 52,
    scrollPaddingEnd: ROW,
  })
  const shown = rows.getVirtualItems().filter(({ index }) => index < total)
  const { startIndex, endIndex } = rows.range ?? { startIndex: 0, endIndex: 0 }
  const { show } = pages
  useEffect(() => show(startIndex, endIndex), [startIndex, endIndex, show])

  const latest = useRef({ pages, rows, framework })
  latest.current = { pages, rows, framework }
  const move = useCallback((index: number, column: number, direction: CellMove) => {
    const { pages: loaded, rows: list, framework: columns } = latest.current
    const [down, right] = STEPS[direction]
    const item = loaded.rows.get(index + down)
    const target = column + right
    if (!item || target < 0 || target > columns.criteria.length) return
    const id =
      target === columns.criteria.length ? noteId(item.id) : cellId(item.id, columns.criteria[target]!.key)
    if (down !== 0) list.scrollToIndex(index + down, { align: "auto" })
    const focus = () => document.getElementById(id)?.focus()
    if (document.getElementById(id)) focus()
    else requestAnimationFrame(() => requestAnimationFrame(focus))
  }, [])

  const columns = framework.criteria.length + 4
  return (
    <section ref={scroller} className="score-rows" aria-label="Scores, scrolls" tabIndex={-1}>
      <table
        className="data list grid-table"
        aria-label={`My scores with ${framework.name}`}
        aria-rowcount={total + 1}
        aria-busy={pages.renewing || undefined}
      >
        <thead>
          <tr>
            <th scope="col" className="ti">
              Item
            </th>
            {framework.criteria.map((criterion) => (
              <th key={criterion.key} scope="col" className="cell">
                {criterion.name}
                <small>{columnWords(criterion)}</small>
              </th>
            ))}
            <th scope="col" className="num">
              My score
            </th>
            <th scope="col" className="nt">
              Why<small>for those who see it differently</small>
            </th>
            <th scope="col" className="ss">
              State
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ index, start: top }, order) => {
            const item = pages.rows.get(index)
            return (
              <Fragment key={item?.id ?? index}>
                <Gap height={top - (shown[order - 1]?.end ?? 0)} columns={columns} />
                {item ? (
                  <GridRow
                    rowRef={rows.measureElement}
                    item={item}
                    index={index}
                    framework={framework}
                    drafts={drafts}
                    href={`/${workspace.slug}/items/${item.key}`}
                    refusal={refusalOf(item.productId)}
                    onMove={move}
                    onFocus={onFocus}
                    onConflict={onConflict}
                  />
                ) : (
                  <RestGap columns={columns} height={ROW} />
                )}
              </Fragment>
            )
          })}
          <Gap height={rows.getTotalSize() - (shown.at(-1)?.end ?? 0)} columns={columns} />
        </tbody>
      </table>
    </section>
  )
}
