"use client"
import { useCallback, useState } from "react"

/**
 * What is being written, kept through a reload of the page. `key` names the form and the version it began with, so that
 * an old draft is not laid over newer values. `forget` is called when the form is saved or given up.
 */
export function useFormDraft<T extends object>(key: string, initial: T) {
  const name = `plumbline_draft_${key}`
  const [value, setValue] = useState<T>(() => ({ ...initial, ...readDraft<T>(name) }))
  const change = useCallback(
    (next: T) => {
      setValue(next)
      try {
        sessionStorage.setItem(name, JSON.stringify(next))
      } catch {
        // Storage may be refused or full; the draft then lasts as long as the page.
      }
    },
    [name],
  )
  const forget = useCallback(() => {
    try {
      sessionStorage.removeItem(name)
    } catch {
      // Nothing was kept.
    }
  }, [name])
  return { value, change, forget }
}

function readDraft<T>(name: string): Partial<T> {
  try {
    const parsed: unknown = JSON.parse(sessionStorage.getItem(name) ?? "{}")
    return typeof parsed === "object" && parsed !== null ? (parsed as Partial<T>) : {}
  } catch {
    return {}
  }
}
