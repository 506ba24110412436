"use client"
import { useCallback, useMemo, useState } from "react"
import type { ListedItem } from "../item-data"

/** Chosen rows, also those that a filter or scrolling hides. */
export function useSelection() {
  const [chosen, setChosen] = useState<ReadonlyMap<string, ListedItem>>(new Map())
  const toggle = useCallback(
    (item: ListedItem) =>
      setChosen((before) => {
        const next = new Map(before)
        if (!next.delete(item.id)) next.set(item.id, item)
        return next
      }),
    [],
  )
  const choose = useCallback(
    (items: readonly ListedItem[]) => setChosen(new Map(items.map((item) => [item.id, item]))),
    [],
  )
  const clear = useCallback(() => setChosen(new Map()), [])
  return useMemo(() => ({ chosen, toggle, choose, clear }), [chosen, toggle, choose, clear])
}
export type Selection = ReturnType<typeof useSelection>
