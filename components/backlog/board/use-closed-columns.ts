"use client"
import { useMemo, useSyncExternalStore } from "react"
import { CLOSED_STATUSES, type ItemStatus } from "@/server/backlog/domain/item"

const storageName = "plumbline_folded_columns"
const atFirst = "dropped"
const listeners = new Set<() => void>()
let unsaved: string | null = null

function read(): string {
  try {
    return localStorage.getItem(storageName) ?? unsaved ?? atFirst
  } catch {
    return unsaved ?? atFirst
  }
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Which columns are folded away: a habit of the reader, so it stays in this browser. */
export function useClosedColumns() {
  const text = useSyncExternalStore(subscribe, read, () => atFirst)
  return useMemo(() => {
    const closed = new Set<ItemStatus>(CLOSED_STATUSES.filter((status) => text.split(" ").includes(status)))
    const setClosed = (status: ItemStatus, fold: boolean) => {
      const next = CLOSED_STATUSES.filter((one) => (one === status ? fold : closed.has(one))).join(" ")
      unsaved = next
      try {
        localStorage.setItem(storageName, next)
      } catch {
        // Kept as long as the page when storage is refused.
      }
      for (const listener of listeners) listener()
    }
    return { closed, setClosed }
  }, [text])
}
