"use client"
import Link from "next/link"
import { Fragment, useRef } from "react"
import { useWorkspace } from "@/components/api/workspace"
import { useRowWindow } from "@/components/backlog/list/use-row-window"
import { StateWord } from "@/components/ui/state-word"
import type { CoverageMap, CoverageProduct } from "@/server/strategy/domain/coverage"
import { gradeWords } from "@/server/strategy/domain/grade"
import { objectiveGrade } from "../prepare-strategy"
import { cellWords } from "./prepare-coverage"

type Props = {
  products: readonly CoverageProduct[]
  map: CoverageMap
  onOpen: (productId: string | null, columnId: string) => void
}
type Row = { id: string | null; name: string; product: CoverageProduct | null }

const ROW = 42

/** Products down, objectives across. Head and first column stay; only the rows in sight are drawn. */
export function CoverageTable({ products, map, onOpen }: Props) {
  const { workspace } = useWorkspace()
  const scroller = useRef<HTMLDivElement>(null)
  const loose: Row[] = map.hasLoose ? [{ id: null, name: "Items without a product", product: null }] : []
  const rows: Row[] = [
    ...products.map((product) => ({ id: product.id, name: product.name, product })),
    ...loose,
  ]
  const shown = useRowWindow({ scroller, count: rows.length, estimate: ROW, stays: -1 })
  return (
    <section ref={scroller} className="coverage" aria-label="Coverage map, scrolls" tabIndex={-1}>
      <table className="data" aria-label="Products by objective" aria-rowcount={rows.length + 1}>
        <thead>
          <tr>
            <th scope="col" className="corner">
              Product
            </th>
            {map.columns.map(({ id, objective, keyResult }) => (
              <th key={id} scope="col" className={objective.worked ? "goal" : "goal alone"}>
                <Link href={`/${workspace.slug}/strategy/objectives/${objective.key}`}>
                  <span className="tag">{objective.key}</span>
                  <span className="words" title={keyResult ? keyResult.metric : objective.title}>
                    {keyResult ? keyResult.metric : objective.title}
                  </span>
                </Link>
                <Standing column={{ objective, keyResult }} />
              </th>
            ))}
            <th scope="col" className="num">
              Open items
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.rows.map((index, order) => {
            const row = rows[index]
            return row ? (
              <Fragment key={row.id ?? "none"}>
                <Gap height={(index - (shown.rows[order - 1] ?? -1) - 1) * shown.size} />
                <tr data-index={index} aria-rowindex={index + 2}>
                  <ProductHead row={row} alone={map.orphanProducts.some(({ id }) => id === row.id)} />
                  {map.columns.map((column) => (
                    <Cell key={column.id} row={row} column={column} map={map} onOpen={onOpen} />
                  ))}
                  <td className="num">
                    {row.product ? (
                      <Link className="figure-link" href={`/${workspace.slug}/backlog?product=${row.id}`}>
                        {row.product.openItems}
                      </Link>
                    ) : null}
                  </td>
                </tr>
              </Fragment>
            ) : null
          })}
          <Gap height={(rows.length - (shown.rows.at(-1) ?? -1) - 1) * shown.size} />
        </tbody>
      </table>
    </section>
  )
}

function Standing({ column }: { column: Pick<CoverageMap["columns"][number], "objective" | "keyResult"> }) {
  const { objective, keyResult } = column
  const { state, words } =
    keyResult && objective.state !== "draft"
      ? { state: keyResult.standing.state, words: gradeWords(keyResult.standing) }
      : objectiveGrade(objective)
  return <StateWord state={state}>{words}</StateWord>
}

function ProductHead({ row, alone }: { row: Row; alone: boolean }) {
  const { workspace } = useWorkspace()
  return (
    <th scope="row" className={alone ? "alone" : undefined}>
      {row.product ? (
        <>
          <Link href={`/${workspace.slug}/products/${row.product.slug}`}>{row.name}</Link>
          <small>{alone ? "No objective" : row.product.domain.name}</small>
        </>
      ) : (
        row.name
      )}
    </th>
  )
}

type CellProps = Pick<Props, "map" | "onOpen"> & { row: Row; column: CoverageMap["columns"][number] }

function Cell({ row, column, map, onOpen }: CellProps) {
  const count = map.at(row.id, column.id)
  if (!count.linked && count.items === 0) return <td className="cell" />
  return (
    <td className="cell">
      <button
        type="button"
        aria-label={cellWords(row.name, column, count)}
        title={cellWords(row.name, column, count)}
        onClick={() => onOpen(row.id, column.id)}
      >
        {count.linked ? <span className="dot" /> : null}
        {count.items > 0 ? <b>{count.items}</b> : null}
      </button>
    </td>
  )
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
