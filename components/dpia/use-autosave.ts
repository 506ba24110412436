"use client"
import { useCallback, useEffect, useRef, useState } from "react"
import { useDraftStore } from "@/components/shell/use-draft-store"

export type SaveState = "idle" | "waiting" | "saving" | "saved" | "failed"

const PAUSE = 900

/** What is being written, and the version of the thing with which it was begun. */
type Draft = { text: string; base: number }

type Options = {
  /** Names the draft, which survives a reload: the thing and its field. */
  name: string
  saved: string
  /** Of what is saved; 0 where nothing is counted. */
  version?: number
  /** Saves on top of version `base`; throws when it could not be saved, and what was typed stays. */
  save: (text: string, base: number) => Promise<unknown>
}

/** A text that saves itself a moment after the last letter and when the field is left; one save at a time. */
export function useAutosave({ name, saved, version = 0, save }: Options) {
  const store = useDraftStore(name)
  const [draft, setDraft] = useState<Draft | null>(null)
  const [state, setState] = useState<SaveState>("idle")
  const [error, setError] = useState<unknown>()
  const latest = useRef({ draft, save, saved, version })
  const running = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    latest.current = { draft: latest.current.draft, save, saved, version }
  })

  const put = useCallback(
    (next: Draft | null) => {
      latest.current.draft = next
      setDraft(next)
      if (next === null) store.clear()
      else store.keep(next)
    },
    [store],
  )

  const flush = useCallback(async (): Promise<void> => {
    clearTimeout(timer.current)
    const { draft: sent, save: send, saved: before } = latest.current
    if (sent === null || running.current) return
    if (sent.text === before) {
      put(null)
      setError(undefined)
      return setState("idle")
    }
    running.current = true
    setState("saving")
    try {
      await send(sent.text, sent.base)
      setError(undefined)
      const more = latest.current.draft
      const changed = more !== null && more.text !== sent.text
      put(changed ? { ...more, base: sent.base + 1 } : null)
      setState(changed ? "waiting" : "saved")
      if (changed) timer.current = setTimeout(() => void flush(), PAUSE)
    } catch (cause) {
      setError(cause)
      setState("failed")
    } finally {
      running.current = false
    }
  }, [put])

  const change = useCallback(
    (text: string) => {
      put({ text, base: latest.current.draft?.base ?? latest.current.version })
      setState("waiting")
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void flush(), PAUSE)
    },
    [put, flush],
  )

  useEffect(() => {
    const kept = store.read() as Draft | undefined
    if (kept && kept.text !== latest.current.saved) {
      latest.current.draft = kept
      setDraft(kept)
      setState("waiting")
    }
    return () => clearTimeout(timer.current)
  }, [store])

  /** Gives up what was typed and goes on from what is saved. */
  const discard = useCallback(() => {
    clearTimeout(timer.current)
    put(null)
    setError(undefined)
    setState("idle")
  }, [put])

  /** Goes on from another version: what was typed stays, and is saved on top of it. */
  const rebase = useCallback(
    (base: number) => {
      const { draft: typed } = latest.current
      if (typed) put({ ...typed, base })
    },
    [put],
  )

  return { text: draft?.text ?? saved, state, error, change, flush, discard, rebase }
}
