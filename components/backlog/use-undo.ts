"use client"
import { useCallback, useRef } from "react"
import { announce } from "@/components/shell/announcer"
import { useShortcuts } from "@/components/shell/use-shortcuts"
import { notify } from "@/components/ui/toast"

export type OfferUndo = (message: string, undo: () => unknown, quietly?: boolean) => void

/** Offers to take back what was just done, in a message and by the key `u`. `quietly`: spoken, without a message. */
export function useUndo(): OfferUndo {
  const last = useRef<(() => void) | null>(null)
  useShortcuts([{ keys: "u", label: "Undo the last change", run: () => last.current?.() }])
  return useCallback((message, undo, quietly = false) => {
    const once = () => {
      if (last.current === once) last.current = null
      void undo()
    }
    last.current = once
    if (quietly) announce(message)
    else notify.undo(message, once)
  }, [])
}
