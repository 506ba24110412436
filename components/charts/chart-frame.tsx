"use client"
import { type ReactNode, useState } from "react"
import { Button } from "@/components/ui/button"

type Props = {
  /** What the chart says in one sentence; it stands above it and is what a screen reader hears first. */
  caption: string
  chart: ReactNode
  /** The same data as a table. */
  table: ReactNode
  /** The key that swaps them on this page; it is shown on the button. */
  shortcut?: string
  /** Set from outside, by the page's key. */
  asTable?: boolean
  onSwap?: (asTable: boolean) => void
}

/** A chart, or its data as a table behind one button and one key. In print both stand below each other. */
export function ChartFrame({ caption, chart, table, shortcut, asTable, onSwap }: Props) {
  const [own, setOwn] = useState(false)
  const shown = asTable ?? own
  const swap = () => (onSwap ?? setOwn)(!shown)
  return (
    <figure className="chart">
      <figcaption>
        <span className="hint">{caption}</span>
        <Button size="small" variant="quiet" aria-pressed={shown} aria-keyshortcuts={shortcut} onClick={swap}>
          {shown ? "Show chart" : "Show table"}
        </Button>
      </figcaption>
      {shown ? table : chart}
    </figure>
  )
}
