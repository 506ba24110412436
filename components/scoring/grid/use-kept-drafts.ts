"use client"
import { useEffect } from "react"
import type { draftStorage } from "./draft-storage"
import type { ScoreDrafts } from "./score-drafts"

/** Brings back what was not saved; saves when the connection is back, and when the page is left. */
export function useKeptDrafts(drafts: ScoreDrafts, storage: ReturnType<typeof draftStorage>) {
  useEffect(() => {
    drafts.restore(storage.recall())
    const online = () => drafts.retryAll()
    const leave = () => drafts.flushAll()
    window.addEventListener("online", online)
    window.addEventListener("pagehide", leave)
    return () => {
      window.removeEventListener("online", online)
      window.removeEventListener("pagehide", leave)
      drafts.flushAll()
    }
  }, [drafts, storage])
}
