"use client"
import { useCallback, useRef, useState } from "react"
import { useDraftStore } from "./use-draft-store"

/**
 * What is being written in a form, kept through a reload of the page. `name` says the form and the version it began
 * with, so that an old draft is not laid over newer values. `forget` is called when the form is saved or given up.
 */
export function useFormDraft<T extends object>(name: string | undefined, initial: T) {
  const store = useDraftStore(name)
  const [value, setValue] = useState<T>(() => ({ ...initial, ...(store.read() as Partial<T> | undefined) }))
  const latest = useRef(value)
  const change = useCallback(
    (next: T | ((before: T) => T)) => {
      latest.current = typeof next === "function" ? next(latest.current) : next
      setValue(latest.current)
      store.keep(latest.current)
    },
    [store],
  )
  return { value, change, forget: store.clear }
}
