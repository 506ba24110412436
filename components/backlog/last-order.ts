"use client"
import { useSyncExternalStore } from "react"

const storageName = (workspace: string) => `plumbline_order_${workspace}`
const listeners = new Set<() => void>()

/** Remembers, in this tab, the latest change of order as a whole, so that the backlog's menu can take it back. */
export function rememberOrder(workspace: string, changeId: string | null) {
  try {
    if (changeId) sessionStorage.setItem(storageName(workspace), changeId)
    else sessionStorage.removeItem(storageName(workspace))
  } catch {
    // Without storage the message after the change still offers to undo it.
  }
  for (const listener of listeners) listener()
}

function recallOrder(workspace: string): string | null {
  try {
    return sessionStorage.getItem(storageName(workspace))
  } catch {
    return null
  }
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The id of the change of order that may be taken back; null when this tab made none. */
export function useLastOrder(workspace: string): string | null {
  return useSyncExternalStore(
    subscribe,
    () => recallOrder(workspace),
    () => null,
  )
}
