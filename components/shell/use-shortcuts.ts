"use client"
import { useEffect, useRef, useSyncExternalStore } from "react"
import {
  type Registered,
  registeredShortcuts,
  registerShortcuts,
  type Shortcut,
  subscribeShortcuts,
} from "./shortcut-registry"

/** Offers shortcuts while the component is on the page. They appear in the help (`?`) and in the palette. */
export function useShortcuts(shortcuts: readonly Shortcut[]) {
  const latest = useRef(shortcuts)
  useEffect(() => {
    latest.current = shortcuts
  })
  // Words decide whether to register anew; `run` is looked up at the press, so a fresh closure costs nothing.
  const words = JSON.stringify(shortcuts.map(({ run, ...rest }) => rest))
  useEffect(() => {
    const described: Omit<Shortcut, "run">[] = JSON.parse(words)
    return registerShortcuts(
      described.map((entry, index) => ({ ...entry, run: () => latest.current[index]?.run() })),
    )
  }, [words])
}

const none: readonly Registered[] = []

/** Everything registered at the moment, for the help, the footer and the palette. */
export function useRegisteredShortcuts(): readonly Registered[] {
  return useSyncExternalStore(subscribeShortcuts, registeredShortcuts, () => none)
}
