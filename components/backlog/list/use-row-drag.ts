"use client"
import { type PointerEvent as ReactPointerEvent, type RefObject, useCallback, useRef, useState } from "react"

export type RowDrag = { from: number; to: number }
type Geometry = {
  scroller: RefObject<HTMLElement | null>
  /** Height of what sticks at the top of the scroller, in pixels. */
  headHeight: () => number
  /** The row at a distance from the first row's top, with its own top and height, in pixels. */
  rowAt: (offset: number) => { index: number; start: number; size: number } | undefined
}

const EDGE = 40
const SPEED = 12

/**
 * Dragging a row by its handle among virtual rows: only arithmetic on offsets, so rows that are not drawn count too.
 * Near an edge the list scrolls; Escape gives up. `onDrop` gets the row's place and the place where it lands.
 */
export function useRowDrag(geometry: Geometry, onDrop: (from: number, to: number) => void) {
  const [drag, setDrag] = useState<RowDrag | null>(null)
  const latest = useRef({ geometry, onDrop })
  latest.current = { geometry, onDrop }

  const start = useCallback((from: number, press: ReactPointerEvent<HTMLElement>) => {
    if (press.button !== 0) return
    press.preventDefault()
    let at = { y: press.clientY, to: from }
    let moved = false
    let frame = 0

    const aim = () => {
      const { scroller, headHeight, rowAt } = latest.current.geometry
      const box = scroller.current
      if (!box) return
      const frameOfBox = box.getBoundingClientRect()
      const offset = at.y - frameOfBox.top - headHeight() + box.scrollTop
      const row = rowAt(Math.max(0, offset))
      if (!row) return
      const gap = offset > row.start + row.size / 2 ? row.index + 1 : row.index
      at = { ...at, to: gap > from ? gap - 1 : gap }
      setDrag({ from, to: at.to })
    }
    const scrollAtEdge = () => {
      const box = latest.current.geometry.scroller.current
      if (!box) return
      const { top, bottom } = box.getBoundingClientRect()
      const above = top + EDGE + latest.current.geometry.headHeight()
      const by = at.y < above ? -SPEED : at.y > bottom - EDGE ? SPEED : 0
      if (moved && by !== 0) {
        box.scrollTop += by
        aim()
      }
      frame = requestAnimationFrame(scrollAtEdge)
    }
    const onMove = (event: PointerEvent) => {
      if (!moved && Math.abs(event.clientY - press.clientY) < 4) return
      moved = true
      at = { ...at, y: event.clientY }
      aim()
    }
    const finish = (drop: boolean) => {
      cancelAnimationFrame(frame)
      window.removeEventListener("pointermove", onMove)
      window.removeEventListener("pointerup", onUp)
      window.removeEventListener("pointercancel", onCancel)
      window.removeEventListener("keydown", onKey, true)
      setDrag(null)
      if (drop && moved && at.to !== from) latest.current.onDrop(from, at.to)
    }
    const onUp = () => finish(true)
    const onCancel = () => finish(false)
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return
      event.preventDefault()
      event.stopPropagation()
      finish(false)
    }
    window.addEventListener("pointermove", onMove)
    window.addEventListener("pointerup", onUp)
    window.addEventListener("pointercancel", onCancel)
    window.addEventListener("keydown", onKey, true)
    frame = requestAnimationFrame(scrollAtEdge)
  }, [])

  return { drag, start }
}
