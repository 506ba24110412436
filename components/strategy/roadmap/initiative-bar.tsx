"use client"
import { type CSSProperties, type KeyboardEvent, type PointerEvent, useRef, useState } from "react"
import type { InitiativeRow } from "@/server/strategy/domain/initiative-row"
import { barPlace, quartersWords } from "./prepare-roadmap"

type Props = {
  initiative: InitiativeRow
  quarters: readonly string[]
  movable: boolean
  onMove: (quarters: number) => void
  onOpen: () => void
}

/** An initiative on its quarters: drag it, or Alt and an arrow key; Enter opens it. */
export function InitiativeBar({ initiative, quarters, movable, onMove, onOpen }: Props) {
  const [shift, setShift] = useState(0)
  const from = useRef<{ x: number; width: number } | null>(null)
  // A drag ends with a click, which must not open the initiative.
  const dragged = useRef(false)
  const { column, span } = barPlace(initiative, quarters[0] ?? initiative.startQuarter)
  const style = { "--column": column, "--span": span, "--shift": shift } as CSSProperties
  const start = (event: PointerEvent<HTMLButtonElement>) => {
    dragged.current = false
    if (!movable || event.button !== 0) return
    const track = event.currentTarget.parentElement
    from.current = { x: event.clientX, width: (track?.clientWidth ?? 1) / quarters.length }
    event.currentTarget.setPointerCapture(event.pointerId)
  }
  const drag = (event: PointerEvent) => {
    if (!from.current) return
    const moved = Math.round((event.clientX - from.current.x) / from.current.width)
    if (moved !== 0) dragged.current = true
    setShift(moved)
  }
  const drop = () => {
    if (!from.current) return
    from.current = null
    setShift(0)
    if (shift !== 0) onMove(shift)
  }
  const key = (event: KeyboardEvent) => {
    if (event.key === "Escape" && from.current) {
      from.current = null
      setShift(0)
    }
    if (!event.altKey || !movable) return
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    onMove(step)
  }
  const words = quartersWords(initiative)
  return (
    <button
      type="button"
      className={movable ? "bar-button movable" : "bar-button"}
      style={style}
      aria-label={`${initiative.name}, ${words}`}
      aria-keyshortcuts={movable ? "Alt+ArrowRight Alt+ArrowLeft" : undefined}
      title={movable ? `${words}. Drag, or Alt and an arrow key, to move` : words}
      data-moving={shift !== 0 || undefined}
      onPointerDown={start}
      onPointerMove={drag}
      onPointerUp={drop}
      onPointerCancel={drop}
      onKeyDown={key}
      onClick={(event) => {
        // A click of the keyboard has no detail.
        if (event.detail === 0 || !dragged.current) onOpen()
      }}
    >
      <span className="words">{words}</span>
    </button>
  )
}
