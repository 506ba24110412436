/** The list somebody came from: its address and the keys in its order. */
export type Trail = { href: string; keys: string[] }

const isTrail = (value: Partial<Trail> | null): value is Trail =>
  typeof value?.href === "string" && value.href.startsWith("/") && Array.isArray(value.keys)

const storageName = (workspace: string) => `plumbline_trail_${workspace}`

/** Remembers the list on the screen for the item pages opened from it, in this tab and across a reload. */
export function rememberTrail(workspace: string, trail: Trail) {
  try {
    sessionStorage.setItem(storageName(workspace), JSON.stringify(trail))
  } catch {
    // Storage may be full or refused; previous and next then say that they do not know.
  }
}

export function recallTrail(workspace: string): Trail | null {
  try {
    const stored = sessionStorage.getItem(storageName(workspace))
    const trail: Partial<Trail> | null = stored ? JSON.parse(stored) : null
    return isTrail(trail) ? trail : null
  } catch {
    return null
  }
}

export type Neighbours = { previous: string | null; next: string | null; place: number; of: number }

/** Where an item stands in the list somebody came from; null when it is not in it. */
export function neighboursOf(trail: Trail | null, key: string): Neighbours | null {
  const at = trail ? trail.keys.indexOf(key) : -1
  if (!trail || at < 0) return null
  return {
    previous: trail.keys[at - 1] ?? null,
    next: trail.keys[at + 1] ?? null,
    place: at + 1,
    of: trail.keys.length,
  }
}
