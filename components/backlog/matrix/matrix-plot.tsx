"use client"
import { Popover } from "radix-ui"
import {
  type KeyboardEvent,
  memo,
  type PointerEvent,
  type RefObject,
  useEffect,
  useMemo,
  useState,
} from "react"
import { classNames } from "@/components/ui/class-names"
import type { MatrixAxes } from "@/server/scoring/domain/matrix"
import type { Dot, Matrix, MatrixItem } from "./matrix-data"
import {
  axesIn,
  type Cluster,
  clustersOf,
  isCrowded,
  placeOf,
  quadrantNames,
  ticksOf,
  valuesAt,
  valueWords,
} from "./prepare-matrix"
import type { DotDrag } from "./use-dot-drag"

type Props = {
  matrix: Matrix
  area: RefObject<HTMLDivElement | null>
  drag: DotDrag | null
  chosen: string | null
  mayMove: boolean
  onPress: (item: MatrixItem, event: PointerEvent<HTMLElement>) => void
  onChoose: (item: MatrixItem) => void
  /** By arrow key: one step along an axis. */
  onStep: (item: Dot, axis: "x" | "y", by: 1 | -1) => void
}

const percent = (share: number) => `${(share * 100).toFixed(2)}%`
const STEPS: Record<string, ["x" | "y", 1 | -1]> = {
  ArrowRight: ["x", 1],
  ArrowLeft: ["x", -1],
  ArrowUp: ["y", 1],
  ArrowDown: ["y", -1],
}

/** The drawing: four fields, dots where items lie, a number where several lie on each other. */
export function MatrixPlot({ matrix, area, drag, chosen, mayMove, onPress, onChoose, onStep }: Props) {
  const axes = useMemo(() => axesIn(matrix), [matrix])
  const [size, setSize] = useState({ width: 900, height: 520 })
  useEffect(() => {
    const box = area.current
    if (!box) return
    const observer = new ResizeObserver(() => setSize({ width: box.clientWidth, height: box.clientHeight }))
    observer.observe(box)
    return () => observer.disconnect()
  }, [area])
  const clusters = useMemo(() => clustersOf(matrix.dots, axes, size), [matrix.dots, axes, size])
  const split = matrix.split && placeOf(axes, matrix.split)
  const names = quadrantNames(axes)
  return (
    <div className="matrix-frame">
      <p className="matrix-y">{axes.y.name}</p>
      <div className="matrix-ticks y" aria-hidden="true">
        {ticksOf(axes.y).map(({ at, label }) => (
          <span key={label} style={{ bottom: percent(at) }}>
            {label}
          </span>
        ))}
      </div>
      <div
        ref={area}
        className={classNames("matrix-plot", drag && "dragging", isCrowded(matrix.dots) && "crowded")}
      >
        {split ? (
          <>
            <span className="matrix-line x" style={{ left: percent(split.x) }} />
            <span className="matrix-line y" style={{ bottom: percent(split.y) }} />
          </>
        ) : null}
        {names ? (
          <>
            <span className="matrix-name upper first">{names[0]}</span>
            <span className="matrix-name upper last">{names[1]}</span>
            <span className="matrix-name lower first">{names[2]}</span>
            <span className="matrix-name lower last">{names[3]}</span>
          </>
        ) : null}
        {matrix.dots.length === 0 ? (
          <p className="matrix-empty">
            Nothing is placed yet. Drag an item in from beside, or choose one and give your values.
          </p>
        ) : null}
        <ul className="matrix-dots" aria-label="Placed items">
          {clusters.map((cluster) =>
            cluster.dots.length === 1 ? (
              <DotMark
                key={cluster.dots[0]!.id}
                dot={cluster.dots[0]!}
                axes={axes}
                chosen={chosen === cluster.dots[0]!.id}
                lifted={drag?.item.id === cluster.dots[0]!.id}
                mayMove={mayMove}
                {...{ onPress, onChoose, onStep }}
              />
            ) : (
              <ClusterMark
                key={cluster.dots[0]!.id}
                cluster={cluster}
                chosen={chosen}
                {...{ axes, mayMove, onPress, onChoose, onStep }}
              />
            ),
          )}
        </ul>
        {drag?.place ? <Ghost drag={drag} axes={axes} /> : null}
      </div>
      <div className="matrix-ticks x" aria-hidden="true">
        {ticksOf(axes.x).map(({ at, label }) => (
          <span key={label} style={{ left: percent(at) }}>
            {label}
          </span>
        ))}
      </div>
      <p className="matrix-x">{axes.x.name}</p>
    </div>
  )
}

type MarkProps = Pick<Props, "onPress" | "onChoose" | "onStep" | "mayMove"> & { dot: Dot; axes: MatrixAxes }

/** Id of the mark of an item, so that focus finds it again after a move. */
export const dotId = (id: string) => `dot-${id}`

function keys(dot: Dot, { mayMove, onStep }: Pick<MarkProps, "mayMove" | "onStep">) {
  return (event: KeyboardEvent) => {
    const step = STEPS[event.key]
    if (!step || !mayMove || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    onStep(dot, ...step)
  }
}

const DotMark = memo(function DotMark(props: MarkProps & { chosen: boolean; lifted: boolean }) {
  const { dot, axes, chosen, lifted, onPress, onChoose } = props
  const place = placeOf(axes, dot)
  const words = valueWords(axes, dot)
  const people = dot.scorers === 1 ? "1 person" : `${dot.scorers} people`
  return (
    <li style={{ left: percent(place.x), bottom: percent(place.y) }}>
      <button
        id={dotId(dot.id)}
        type="button"
        className={classNames("dot", chosen && "chosen", lifted && "lifted")}
        title={`${dot.title} – ${words}, ${people}`}
        aria-label={`${dot.key} ${dot.title}, ${words}, ${people}`}
        aria-pressed={chosen}
        onPointerDown={props.mayMove ? (event) => onPress(dot, event) : undefined}
        onKeyDown={keys(dot, props)}
        onClick={() => onChoose(dot)}
      >
        <span aria-hidden="true">{dot.key}</span>
      </button>
    </li>
  )
})

type ClusterProps = Omit<MarkProps, "dot"> & { cluster: Cluster; chosen: string | null }

function ClusterMark({ cluster: { place, dots }, chosen, ...rest }: ClusterProps) {
  const holds = dots.some(({ id }) => id === chosen)
  return (
    <li style={{ left: percent(place.x), bottom: percent(place.y) }}>
      <Popover.Root>
        <Popover.Trigger asChild>
          <button
            type="button"
            className={classNames("dot many", holds && "chosen")}
            aria-label={`${dots.length} items near each other: ${dots
              .slice(0, 5)
              .map(({ key }) => key)
              .join(", ")}${dots.length > 5 ? " and more" : ""}`}
          >
            {dots.length}
          </button>
        </Popover.Trigger>
        <Popover.Portal>
          <Popover.Content
            className="pop matrix-pop"
            sideOffset={4}
            collisionPadding={8}
            aria-label="Items near each other"
          >
            <ul>
              {dots.map((dot) => (
                <li key={dot.id}>
                  <button
                    id={dotId(dot.id)}
                    type="button"
                    className="entry"
                    title={valueWords(rest.axes, dot)}
                    onPointerDown={rest.mayMove ? (event) => rest.onPress(dot, event) : undefined}
                    onKeyDown={keys(dot, rest)}
                    onClick={() => rest.onChoose(dot)}
                  >
                    <span className="ky">{dot.key}</span>{" "}
                    <span className="min-w-0 truncate">{dot.title}</span>
                  </button>
                </li>
              ))}
            </ul>
          </Popover.Content>
        </Popover.Portal>
      </Popover.Root>
    </li>
  )
}

/** Under the pointer: where my values would be. */
function Ghost({ drag, axes }: { drag: DotDrag; axes: MatrixAxes }) {
  if (!drag.place) return null
  const values = valuesAt(axes, drag.place)
  const place = placeOf(axes, values)
  return (
    <span className="matrix-ghost" style={{ left: percent(place.x), bottom: percent(place.y) }}>
      <b>{drag.item.key}</b> {valueWords(axes, values)}
    </span>
  )
}
