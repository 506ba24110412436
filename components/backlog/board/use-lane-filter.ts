"use client"
import { usePathname, useSearchParams } from "next/navigation"
import { useCallback, useMemo } from "react"
import type { ItemFilter } from "@/server/backlog/domain/item-filter"
import type { LaneBy } from "@/server/backlog/domain/wip"
import { filterHref } from "../prepare-filter"
import { useItemFilter } from "../use-item-filter"
import { laneFrom } from "./prepare-board"

/** The filter and the lanes in the address. */
export function useLaneFilter() {
  const path = usePathname()
  const params = useSearchParams()
  const [filter, setOnlyFilter] = useItemFilter()
  const laneBy = useMemo(() => laneFrom(new URLSearchParams(params.toString())), [params])
  const goTo = useCallback(
    (next: ItemFilter, lanes: LaneBy | null) =>
      window.history.replaceState(null, "", filterHref(path, next, lanes ? { lanes } : {})),
    [path],
  )
  const setFilter = useCallback(
    (next: ItemFilter) => {
      setOnlyFilter(next)
      goTo(next, laneBy)
    },
    [setOnlyFilter, goTo, laneBy],
  )
  return { filter, setFilter, laneBy, setLaneBy: (by: LaneBy | null) => goTo(filter, by) }
}
