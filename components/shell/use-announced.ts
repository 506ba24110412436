"use client"
import { useEffect, useRef } from "react"
import { announce } from "./announcer"

/** Speaks how many are shown when that changes, not when the page opens. */
export function useAnnounced(words: string) {
  const first = useRef(true)
  useEffect(() => {
    if (!first.current) announce(words)
    first.current = false
  }, [words])
}
