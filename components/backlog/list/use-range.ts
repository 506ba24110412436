"use client"
import { useRef } from "react"
import type { ListedItem } from "../item-data"
import { type Range, rangeStep } from "./prepare-range"
import type { Selection } from "./use-selection"

type Options = {
  rows: ReadonlyMap<number, ListedItem>
  current: number | null
  /** The next place going by 1 or -1. */
  step: (from: number, by: 1 | -1) => number
  goTo: (place: number) => void
  selection: Selection<ListedItem>
}

/** Extends the selection row by row from the current one; a row that is still read has to arrive first. */
export function useRange({ rows, current, step, goTo, selection }: Options) {
  const range = useRef<Range | null>(null)
  return (by: 1 | -1) => {
    const at = current ?? 0
    const next = current === null ? 0 : step(at, by)
    const [here, there] = [rows.get(at), rows.get(next)]
    if (!here || !there) return
    const told = rangeStep(selection.chosen.size > 0 ? range.current : null, at, next)
    range.current = told.range
    if (told.back) selection.put([here], false)
    else selection.put([here, there], true)
    goTo(next)
  }
}
