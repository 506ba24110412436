"use client"
import { useMemo, useSyncExternalStore } from "react"

const listeners = new Set<() => void>()
const unsaved = new Map<string, string>()

function read(name: string, atFirst: string): string {
  try {
    return localStorage.getItem(name) ?? unsaved.get(name) ?? atFirst
  } catch {
    return unsaved.get(name) ?? atFirst
  }
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Which columns or lanes are folded away: a habit of the reader, so it stays in this browser. `atFirst`: one a line. */
export function useFolded(storageName: string, atFirst: readonly string[]) {
  const start = atFirst.join("\n")
  const text = useSyncExternalStore(
    subscribe,
    () => read(storageName, start),
    () => start,
  )
  return useMemo(() => {
    const folded = new Set(text.split("\n").filter((one) => one !== ""))
    const fold = (one: string, away: boolean) => {
      const next = new Set(folded)
      if (away) next.add(one)
      else next.delete(one)
      const saved = [...next].join("\n")
      unsaved.set(storageName, saved)
      try {
        localStorage.setItem(storageName, saved)
      } catch {
        // Kept as long as the page when storage is refused.
      }
      for (const listener of listeners) listener()
    }
    return { folded, fold }
  }, [text, storageName])
}
