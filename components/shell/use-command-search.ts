"use client"
import { useEffect, useState } from "react"
import type { CommandEntry } from "./prepare-commands"

export type SearchCommands = (query: string) => Promise<readonly CommandEntry[]>
export type CommandSearch = {
  found: readonly CommandEntry[]
  state: "idle" | "searching" | "done" | "failed"
}

const idle: CommandSearch = { found: [], state: "idle" }

/** Asks the server 120 ms after the last key, from two characters on; an answer to older words is dropped. */
export function useCommandSearch(search: SearchCommands | undefined, query: string): CommandSearch {
  const [result, setResult] = useState(idle)
  const wanted = query.trim()
  useEffect(() => {
    if (!search || wanted.length < 2) {
      setResult(idle)
      return
    }
    let current = true
    setResult((before) => ({ found: before.found, state: "searching" }))
    const timer = setTimeout(() => {
      search(wanted).then(
        (found) => current && setResult({ found, state: "done" }),
        () => current && setResult({ found: [], state: "failed" }),
      )
    }, 120)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [search, wanted])
  return result
}
