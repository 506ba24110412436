import { z } from "zod"

const trailSchema = z.object({ href: z.string().startsWith("/"), keys: z.array(z.string()) })
/** The list somebody came from: its address and the keys in its order. */
export type Trail = z.infer<typeof trailSchema>

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
    return stored ? trailSchema.parse(JSON.parse(stored)) : null
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
