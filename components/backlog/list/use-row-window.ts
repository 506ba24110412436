"use client"
import { type RefObject, useCallback, useEffect, useMemo, useState } from "react"
import { rowRange, rowsToDraw, topToShow, type View } from "./prepare-window"

type Options = {
  scroller: RefObject<HTMLElement | null>
  count: number
  /** Height of a row in pixels until one can be measured. */
  estimate: number
  /** A row that is drawn wherever it is, because it holds the focus. */
  stays: number
}

/** The server draws a screenful; the browser then looks how much there is. */
const firstView: View = { top: 0, height: 700 }

/**
 * Which rows of a long table to draw. All rows have one height, so offsets are products; a library that measures every
 * row costs a twentieth of the page's script (12 kB gzipped).
 */
export function useRowWindow({ scroller, count, estimate, stays }: Options) {
  const [size, setSize] = useState(estimate)
  const [view, setView] = useState(firstView)

  useEffect(() => {
    const box = scroller.current
    const table = box?.firstElementChild
    if (!box || !table) return
    const look = () =>
      setView((before) => {
        const now = { top: box.scrollTop, height: box.clientHeight }
        const same = JSON.stringify(rowRange(before, size, 1e9)) === JSON.stringify(rowRange(now, size, 1e9))
        return same ? before : now
      })
    const measure = () => {
      const height = box.querySelector("tbody tr[data-index]")?.getBoundingClientRect().height
      if (height) setSize(height)
      look()
    }
    const observer = new ResizeObserver(measure)
    observer.observe(box)
    observer.observe(table)
    box.addEventListener("scroll", look, { passive: true })
    return () => {
      observer.disconnect()
      box.removeEventListener("scroll", look)
    }
  }, [scroller, size])

  const { first, last } = rowRange(view, size, count)
  const rows = useMemo(() => rowsToDraw({ first, last }, stays), [first, last, stays])
  const headHeight = useCallback(
    () => scroller.current?.querySelector("thead")?.offsetHeight ?? 0,
    [scroller],
  )
  const scrollTo = useCallback(
    (row: number) => {
      const box = scroller.current
      if (!box) return
      const seen = { top: box.scrollTop, height: box.clientHeight }
      box.scrollTop = topToShow(row, seen, size, headHeight())
    },
    [scroller, size, headHeight],
  )
  return { rows, first, last, size, headHeight, scrollTo }
}
