import { normalKeys } from "./prepare-keys"

export type Shortcut = {
  /** "c", "mod+k", "alt+ArrowUp", "g b" (one after the other). */
  keys: string
  label: string
  run: () => void
  /** Heading in the help; "This page" when absent. */
  group?: string
  /** Also shown in the footer of the page. */
  hint?: boolean
  /** Also works while something is being typed (with a modifier only). */
  whileTyping?: boolean
}
export type Registered = Shortcut & { normal: string }

let layers: readonly (readonly Registered[])[] = []
let shown: readonly Registered[] = []
const listeners = new Set<() => void>()

function publish(next: typeof layers) {
  layers = next
  const latest = new Map<string, Registered>()
  for (const shortcut of next.flat()) latest.set(shortcut.normal, shortcut)
  shown = [...latest.values()]
  for (const listener of listeners) listener()
}

/** Adds shortcuts until the returned function is called. The latest one of the same keys wins. */
export function registerShortcuts(shortcuts: readonly Shortcut[]): () => void {
  const layer = shortcuts.map((shortcut) => ({ ...shortcut, normal: normalKeys(shortcut.keys) }))
  publish([...layers, layer])
  return () => publish(layers.filter((other) => other !== layer))
}

export function subscribeShortcuts(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** What is registered now; the same array until something changes. */
export function registeredShortcuts(): readonly Registered[] {
  return shown
}
