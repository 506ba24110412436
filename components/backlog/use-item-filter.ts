"use client"
import { usePathname, useSearchParams } from "next/navigation"
import { useCallback, useMemo, useState } from "react"
import { type ItemFilter, parseFilter } from "@/server/backlog/domain/item-filter"
import { filterHref } from "./prepare-filter"

/**
 * The filter in the address, and its setter. The address changes without a visit to the server; the view changes at
 * once, because the router tells of a new address a little later.
 */
export function useItemFilter(): [ItemFilter, (next: ItemFilter) => void] {
  const path = usePathname()
  const text = useSearchParams().toString()
  const [ahead, setAhead] = useState<{ of: string; filter: ItemFilter } | null>(null)
  const told = useMemo(() => parseFilter(new URLSearchParams(text)), [text])
  const filter = ahead?.of === text ? ahead.filter : told
  const setFilter = useCallback(
    (next: ItemFilter) => {
      setAhead({ of: text, filter: next })
      window.history.replaceState(null, "", filterHref(path, next))
    },
    [path, text],
  )
  return [filter, setFilter]
}

/** A dialog named in the address (`?new=item`), so that a link or the palette can open it. */
export function useAddressFlag(name: string, value: string): [boolean, (open: boolean) => void] {
  const path = usePathname()
  const params = useSearchParams()
  const set = useCallback(
    (open: boolean) => {
      const next = new URLSearchParams(window.location.search)
      if (open) next.set(name, value)
      else next.delete(name)
      window.history.replaceState(null, "", next.size > 0 ? `${path}?${next}` : path)
    },
    [path, name, value],
  )
  return [params.get(name) === value, set]
}
