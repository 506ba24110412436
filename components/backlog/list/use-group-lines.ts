"use client"
import { keepPreviousData, useQuery } from "@tanstack/react-query"
import { useCallback, useMemo, useState } from "react"
import { useTRPC } from "@/components/api/trpc"
import type { ItemView } from "@/server/backlog/domain/item-view"
import { type Group, groupedLines, groupKey, type Lines, plainLines } from "./prepare-groups"
import { groupsInput } from "./prepare-pages"

/** The lines of the list: plain, or in groups that can be closed. Which are closed is forgotten with the page. */
export function useGroupLines(view: Pick<ItemView, "filter" | "group">, total: number) {
  const trpc = useTRPC()
  const { group } = view
  const [shut, setShut] = useState<{ by: string | null; keys: ReadonlySet<string> }>({
    by: group,
    keys: new Set(),
  })
  const answer = useQuery({
    ...trpc.backlog.listGroups.queryOptions(groupsInput(view)),
    enabled: group !== null,
    placeholderData: keepPreviousData,
  })
  const closed = useMemo(() => (shut.by === group ? shut.keys : new Set<string>()), [shut, group])
  const groups = useMemo<Group[]>(() => {
    if (!group || !answer.data) return []
    const { groups: told, rest } = answer.data
    const further = { value: "…", label: "All further groups", count: rest, estimate: 0, estimated: 0 }
    return rest > 0 ? [...told, further] : told
  }, [group, answer.data])
  const lines: Lines = useMemo(
    () => (group ? groupedLines(groups, closed) : plainLines(total)),
    [group, groups, closed, total],
  )
  const close = useCallback(
    (keys: readonly string[], shutNow: boolean) =>
      setShut((before) => {
        const next = new Set(before.by === group ? before.keys : [])
        for (const key of keys) shutNow ? next.add(key) : next.delete(key)
        return { by: group, keys: next }
      }),
    [group],
  )
  const closeAll = useCallback((shutNow: boolean) => close(groups.map(groupKey), shutNow), [close, groups])
  return { lines, groups, closed, close, closeAll, error: group && !answer.data ? answer.error : null }
}

export type GroupLines = ReturnType<typeof useGroupLines>
