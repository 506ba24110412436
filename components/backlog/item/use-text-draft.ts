"use client"
import { useCallback, useEffect, useState } from "react"
import { z } from "zod"

const draftSchema = z.object({ text: z.string(), version: z.number(), at: z.string() })
/** A text being written; `version` is that of the item when writing began. */
export type Draft = z.infer<typeof draftSchema>

function read(name: string): Draft | null {
  try {
    const stored = localStorage.getItem(name)
    return stored ? draftSchema.parse(JSON.parse(stored)) : null
  } catch {
    return null
  }
}

/** A draft that survives a reload, in this browser, until it is saved or thrown away. `loaded` once storage was looked at. */
export function useTextDraft(id: string) {
  const name = `plumbline_draft_${id}`
  const [state, setState] = useState<{ draft: Draft | null; loaded: boolean }>({ draft: null, loaded: false })
  useEffect(() => setState({ draft: read(name), loaded: true }), [name])
  const keep = useCallback(
    (draft: Draft | null) => {
      setState({ draft, loaded: true })
      try {
        if (draft) localStorage.setItem(name, JSON.stringify(draft))
        else localStorage.removeItem(name)
      } catch {
        // The draft then lives as long as the page.
      }
    },
    [name],
  )
  return { ...state, keep }
}
