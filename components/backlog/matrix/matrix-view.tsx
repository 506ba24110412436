"use client"
import "./matrix.css"
import "./plot.css"
import { useSuspenseQuery } from "@tanstack/react-query"
import dynamic from "next/dynamic"
import { usePathname, useSearchParams } from "next/navigation"
import { useCallback, useMemo, useRef, useState } from "react"
import { errorMessage } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { useShortcuts } from "@/components/shell/use-shortcuts"
import { EmptyState } from "@/components/ui/empty-state"
import { ErrorState } from "@/components/ui/error-state"
import { valueBeside } from "@/server/scoring/domain/matrix"
import { BacklogHead } from "../backlog-head"
import { FilterBar } from "../filter-bar"
import { useChoices } from "../use-choices"
import { useAddressFlag } from "../use-item-filter"
import { useUndo } from "../use-undo"
import type { Dot, ListedFramework, MatrixItem } from "./matrix-data"
import { MatrixForm } from "./matrix-form"
import { dotId, MatrixPlot } from "./matrix-plot"
import { MatrixTools } from "./matrix-tools"
import {
  axesIn,
  chooseMatrix,
  type MatrixAddress,
  matrixHref,
  matrixState,
  mineOn,
  parseMatrix,
  splitWords,
  valuesAt,
} from "./prepare-matrix"
import { useDotDrag } from "./use-dot-drag"
import { useMatrix } from "./use-matrix"

const CreateDialog = dynamic(() => import("../create-dialog"), { ssr: false })

/** Items by what they are worth and what they take; moving one writes the mover's own values. */
export function MatrixView() {
  const trpc = useTRPC()
  const path = usePathname()
  const params = useSearchParams().toString()
  const address = useMemo(() => parseMatrix(new URLSearchParams(params)), [params])
  const setAddress = useCallback(
    (next: MatrixAddress) => window.history.replaceState(null, "", matrixHref(path, next)),
    [path],
  )
  const { data: frameworks } = useSuspenseQuery(trpc.scoring.listFrameworks.queryOptions({}))
  const framework = chooseMatrix(frameworks, address.filter.frameworkKey)
  const [creating, setCreating] = useAddressFlag("new", "item")
  const choices = useChoices()
  const search = useRef<HTMLInputElement>(null)
  useShortcuts([
    { keys: "c", label: "Create item", hint: true, run: () => setCreating(true) },
    { keys: "/", label: "Search items", hint: true, run: () => search.current?.focus() },
  ])
  const shared = { address, setAddress, onCreate: () => setCreating(true), choices, search }
  return (
    <div className="page-fill backlog">
      {framework ? (
        <Placed key={framework.key} {...shared} frameworks={frameworks} framework={framework} />
      ) : (
        <>
          <BacklogHead
            view="matrix"
            state="No framework to place items by"
            filter={address.filter}
            onCreate={shared.onCreate}
          />
          <EmptyState title="A matrix needs a benefit and a cost">
            Publish a framework that has both, such as Value and effort, under Settings, Scoring frameworks.
          </EmptyState>
        </>
      )}
      {creating ? (
        <CreateDialog choices={choices} filter={address.filter} onClose={() => setCreating(false)} />
      ) : null}
    </div>
  )
}

type PlacedProps = {
  address: MatrixAddress
  setAddress: (next: MatrixAddress) => void
  onCreate: () => void
  choices: ReturnType<typeof useChoices>
  search: React.RefObject<HTMLInputElement | null>
  frameworks: readonly ListedFramework[]
  framework: ListedFramework
}

function Placed({ address, setAddress, onCreate, choices, search, frameworks, framework }: PlacedProps) {
  const { may } = useWorkspace()
  const offerUndo = useUndo()
  const { matrix, error, retry, place } = useMatrix(address, framework.key, offerUndo)
  const [chosen, setChosen] = useState<string | null>(null)
  const area = useRef<HTMLDivElement>(null)
  const { drag, start } = useDotDrag(area, (item, at) => {
    if (!matrix) return
    setChosen(item.id)
    place(item, valuesAt(axesIn(matrix), at))
  })
  const mayScore = (item: { productId: string | null }) =>
    may("scoring.score", choices.scopeOf(item.productId))
  const shown = matrix && [...matrix.dots, ...matrix.unplaced].find(({ id }) => id === chosen)
  const step = (dot: Dot, axis: "x" | "y", by: 1 | -1) => {
    if (!matrix || !mayScore(dot).ok) return
    const axes = axesIn(matrix)
    const mine = mineOn(axes, dot)
    const from = { x: mine.x ?? dot.x, y: mine.y ?? dot.y }
    place(dot, { ...from, [axis]: valueBeside(axes[axis].scale, from[axis], by) }, true)
    setChosen(dot.id)
    requestAnimationFrame(() => document.getElementById(dotId(dot.id))?.focus())
  }
  const choose = (item: MatrixItem) => setChosen(item.id)
  const verdict = shown ? mayScore(shown) : may("scoring.score")
  const press: typeof start = (item, event) => mayScore(item).ok && start(item, event)
  return (
    <>
      <BacklogHead view="matrix" state={matrixState(matrix)} filter={address.filter} onCreate={onCreate} />
      <FilterBar
        filter={address.filter}
        onChange={(filter) => setAddress({ ...address, filter })}
        choices={choices}
        labels={[]}
        searchRef={search}
      >
        <MatrixTools
          frameworks={frameworks}
          framework={framework}
          address={address}
          blind={matrix?.blind ?? false}
          onChange={setAddress}
        />
      </FilterBar>
      {error ? (
        <ErrorState title="The matrix could not be drawn" retry={retry}>
          {errorMessage(error)}
        </ErrorState>
      ) : matrix ? (
        <div className="matrix">
          <div className="matrix-main">
            <MatrixPlot
              matrix={matrix}
              area={area}
              drag={drag}
              chosen={chosen}
              mayMove={may("scoring.score").ok}
              onPress={press}
              onChoose={choose}
              onStep={step}
            />
            <p className="hint">
              {splitWords(matrix)} Dragging, or arrow keys on a dot, write your own values
              {matrix.onlyMine ? "." : "; a dot stands at the median of everybody."}
            </p>
          </div>
          <aside className="side matrix-side" aria-label="Items beside the matrix">
            {shown ? (
              <MatrixForm
                key={`${shown.id} ${shown.mine?.version ?? 0}`}
                matrix={matrix}
                item={shown}
                reason={verdict.ok ? undefined : verdict.reason}
                onPlace={(item, values) => place(item, values)}
              />
            ) : (
              <p className="muted">Choose a dot to see and change your values of it.</p>
            )}
            <h2>
              Not placed yet <span className="count">{matrix.unplacedTotal.toLocaleString("en-GB")}</span>
            </h2>
            <ul className="unplaced">
              {matrix.unplaced.map((item) => (
                <li key={item.id}>
                  <button
                    type="button"
                    aria-pressed={item.id === chosen}
                    onPointerDown={(event) => press(item, event)}
                    onClick={() => choose(item)}
                  >
                    <span className="ky">{item.key}</span> {item.title}
                  </button>
                </li>
              ))}
            </ul>
            {matrix.unplacedTotal > matrix.unplaced.length ? (
              <p className="hint">
                The first {matrix.unplaced.length}, in manual order. Filter to see others.
              </p>
            ) : null}
          </aside>
        </div>
      ) : null}
    </>
  )
}
