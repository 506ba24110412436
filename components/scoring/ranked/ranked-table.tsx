"use client"
import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual"
import { Fragment, type ReactNode, useEffect, useRef } from "react"
import { useWorkspace } from "@/components/api/workspace"
import type { Framework } from "@/server/scoring/domain/framework"
import { Gap, RestGap } from "../gap"
import type { Shares } from "../robustness/use-robustness"
import { RankedRow, scoreLinkId } from "./ranked-row"
import type { Ranking } from "./use-ranking"

type Props = {
  ranking: Ranking
  framework: Framework
  total: number
  currentKey: string | null
  /** Counts moves by key: after each the current row's score gets the focus. */
  focusMove: number
  /** How often each item is first, by id; empty until it is drawn, or where nothing can be. */
  shares: Shares
  whyHref: (key: string) => string
  onChoose: (key: string) => void
  /** The group of unscored items, which scrolls along. */
  children: ReactNode
}

const ROW = 34
const COLUMNS = 8

/** The ranked list as a table of virtual rows. */
export function RankedTable(props: Props) {
  const { ranking, framework, total, currentKey, focusMove, shares, whyHref, onChoose, children } = props
  const { workspace } = useWorkspace()
  const scroller = useRef<HTMLDivElement>(null)
  const current = [...ranking.rows].find(([, { item }]) => item.key === currentKey)?.[0] ?? null
  const tabStop = current ?? 0
  const rows = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 15,
    initialRect: { width: 1000, height: 700 },
    scrollPaddingStart: ROW,
    // The row that holds the focus stays drawn while the list is scrolled away from it.
    rangeExtractor: (range) => [...new Set([...defaultRangeExtractor(range), tabStop])].sort((a, b) => a - b),
  })
  const shown = rows.getVirtualItems().filter(({ index }) => index < total)
  const { startIndex, endIndex } = rows.range ?? { startIndex: 0, endIndex: 0 }
  const { show } = ranking
  useEffect(() => show(startIndex, endIndex), [startIndex, endIndex, show])

  const focusNow = useRef({ current, currentKey, rows })
  focusNow.current = { current, currentKey, rows }
  useEffect(() => {
    const { current: place, currentKey: key, rows: list } = focusNow.current
    if (focusMove === 0 || place === null || !key) return
    list.scrollToIndex(place, { align: "auto" })
    requestAnimationFrame(() => document.getElementById(scoreLinkId(key))?.focus({ preventScroll: true }))
  }, [focusMove])

  const [first] = framework.criteria
  return (
    <section ref={scroller} className="score-rows" aria-label="Ranked items, scrolls" tabIndex={-1}>
      <table
        className="data list ranked"
        aria-label="Ranked items"
        aria-rowcount={total + 1}
        aria-busy={ranking.renewing || undefined}
      >
        <thead>
          <tr>
            <th scope="col" className="rk num">
              <abbr title="Rank">#</abbr>
            </th>
            <th scope="col">Item</th>
            <th scope="col" className="kd">
              Kind
            </th>
            <th scope="col" className="num">
              Score
            </th>
            <th scope="col" className="dg">
              <abbr
                title={`${first?.name ?? "First criterion"} given by each scorer; a larger dot is more people`}
              >
                Scorers
              </abbr>
            </th>
            <th scope="col" className="fi">
              <abbr title="How often the item is first when the weights, or the panel of scorers, are drawn again; a line joins neighbours that are not separable">
                First in
              </abbr>
            </th>
            <th scope="col" className="stt">
              State
            </th>
            <th scope="col" className="ow">
              <span className="sr-only">Owner</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ index, start: top }, order) => {
            const row = ranking.rows.get(index)
            return (
              <Fragment key={row?.item.id ?? index}>
                <Gap height={top - (shown[order - 1]?.end ?? 0)} columns={COLUMNS} />
                {row ? (
                  <RankedRow
                    rowRef={rows.measureElement}
                    row={row}
                    index={index}
                    framework={framework}
                    share={shares.get(row.item.id)}
                    href={`/${workspace.slug}/items/${row.item.key}`}
                    whyHref={whyHref(row.item.key)}
                    current={row.item.key === currentKey}
                    tabStop={index === tabStop}
                    onChoose={onChoose}
                  />
                ) : (
                  <RestGap columns={COLUMNS} height={ROW} />
                )}
              </Fragment>
            )
          })}
          <Gap height={rows.getTotalSize() - (shown.at(-1)?.end ?? 0)} columns={COLUMNS} />
        </tbody>
      </table>
      {children}
    </section>
  )
}
