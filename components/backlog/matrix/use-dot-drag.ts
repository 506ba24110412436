"use client"
import { type PointerEvent as ReactPointerEvent, type RefObject, useCallback, useRef, useState } from "react"
import type { MatrixItem } from "./matrix-data"
import type { Place } from "./prepare-matrix"

/** An item on its way: where its values would be, or null outside the drawing. */
export type DotDrag = { item: MatrixItem; place: Place | null }

/** Dragging a dot, or an item from beside, over the drawing; Escape gives up. */
export function useDotDrag(
  area: RefObject<HTMLElement | null>,
  onDrop: (item: MatrixItem, place: Place) => void,
) {
  const [drag, setDrag] = useState<DotDrag | null>(null)
  const latest = useRef(onDrop)
  latest.current = onDrop

  const start = useCallback(
    (item: MatrixItem, press: ReactPointerEvent<HTMLElement>) => {
      if (press.button !== 0) return
      let moved = false
      let at: Place | null = null
      const onMove = (event: PointerEvent) => {
        if (!moved && Math.hypot(event.clientX - press.clientX, event.clientY - press.clientY) < 4) return
        moved = true
        event.preventDefault()
        const box = area.current?.getBoundingClientRect()
        if (!box) return
        const x = (event.clientX - box.left) / box.width
        const y = 1 - (event.clientY - box.top) / box.height
        const near = x > -0.05 && x < 1.05 && y > -0.05 && y < 1.05
        at = near ? { x: Math.min(1, Math.max(0, x)), y: Math.min(1, Math.max(0, y)) } : null
        setDrag({ item, place: at })
      }
      const finish = (drop: boolean) => {
        window.removeEventListener("pointermove", onMove)
        window.removeEventListener("pointerup", onUp)
        window.removeEventListener("pointercancel", onCancel)
        window.removeEventListener("keydown", onKey, true)
        setDrag(null)
        if (drop && moved && at) latest.current(item, at)
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
    },
    [area],
  )
  return { drag, start }
}
