"use client"
import { useCallback, useEffect, useState } from "react"

/** A text being written, kept in this browser until it is sent or emptied, so that a reload loses nothing. */
export function useTextDraft(name: string) {
  const key = `plumbline_draft_${name}`
  const [text, setText] = useState("")
  useEffect(() => {
    try {
      setText(localStorage.getItem(key) ?? "")
    } catch {
      // Without storage the draft lives as long as the page.
    }
  }, [key])
  const keep = useCallback(
    (next: string) => {
      setText(next)
      try {
        if (next) localStorage.setItem(key, next)
        else localStorage.removeItem(key)
      } catch {
        // See above.
      }
    },
    [key],
  )
  return [text, keep] as const
}
