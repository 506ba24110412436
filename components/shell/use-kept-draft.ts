"use client"
import { useCallback, useEffect, useRef, useState } from "react"
import type { z } from "zod"
import { useDraftStore } from "./use-draft-store"

/**
 * Something being written on a page, kept in this browser until it is saved or thrown away: `keep(null)`. The server
 * knows no draft, so it appears once the page is there. `schema` stays the same between two drawings of the page.
 */
export function useKeptDraft<T>(name: string, schema: z.ZodType<T>) {
  const store = useDraftStore(name, "browser")
  const [draft, setDraft] = useState<T | null>(null)
  const latest = useRef<T | null>(null)
  useEffect(() => {
    const kept = schema.safeParse(store.read())
    latest.current = kept.success ? kept.data : null
    setDraft(latest.current)
  }, [store, schema])
  const keep = useCallback(
    (next: T | null | ((before: T | null) => T | null)) => {
      latest.current = next instanceof Function ? next(latest.current) : next
      setDraft(latest.current)
      if (latest.current === null) store.clear()
      else store.keep(latest.current)
    },
    [store],
  )
  return { draft, keep }
}
