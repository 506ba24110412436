"use client"
import { useCallback, useMemo, useRef, useState } from "react"
import { type ItemFilter, serialiseFilter } from "@/server/backlog/domain/item-filter"

/** Chosen items, also those that scrolling hides; `whole` is everything the filter finds, also what is not loaded. */
export function useSelection<Item extends { id: string }>(filter: ItemFilter) {
  const [chosen, setChosen] = useState<ReadonlyMap<string, Item>>(new Map())
  const [wholeOf, setWholeOf] = useState<string | null>(null)
  // Another filter finds other items: what was chosen of it stays, "all of them" does not.
  const found = serialiseFilter({ ...filter, sort: [] }).toString()
  const whole = wholeOf === found
  // Rows are drawn anew when their actions change, so these stay the same.
  const latest = useRef(whole)
  latest.current = whole

  /** Takes items in, or lets them go. */
  const put = useCallback((items: readonly Item[], on: boolean) => {
    setWholeOf(null)
    setChosen((before) => {
      const next = new Map(before)
      for (const item of items) on ? next.set(item.id, item) : next.delete(item.id)
      return next
    })
  }, [])
  const toggle = useCallback((item: Item) => {
    const all = latest.current
    setWholeOf(null)
    setChosen((before) => {
      const next = new Map(before)
      if (!next.delete(item.id) && !all) next.set(item.id, item)
      return next
    })
  }, [])
  const choose = useCallback(
    (items: readonly Item[], all: boolean) => {
      setWholeOf(all ? found : null)
      setChosen(new Map(items.map((item) => [item.id, item])))
    },
    [found],
  )
  const chooseWhole = useCallback(() => setWholeOf(found), [found])
  const clear = useCallback(() => {
    setWholeOf(null)
    setChosen(new Map())
  }, [])
  return useMemo(
    () => ({ chosen, whole, put, toggle, choose, chooseWhole, clear }),
    [chosen, whole, put, toggle, choose, chooseWhole, clear],
  )
}
export type Selection<Item extends { id: string }> = ReturnType<typeof useSelection<Item>>
