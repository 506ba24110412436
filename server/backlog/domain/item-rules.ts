import { type ItemStatus, isClosed } from "./item"

/** The parents' cycle check walks at most this far: deeper trees are refused as cycles would be. */
export const MAX_PARENT_DEPTH = 1000

/**
 * Whether giving `id` the parent `newParent` would make an item its own ancestor.
 * `parentOf` answers the present parent of an id, null at the top.
 */
export function wouldCreateCycle(
  parentOf: (id: string) => string | null | undefined,
  id: string,
  newParent: string | null,
): boolean {
  let current = newParent
  for (let depth = 0; current && depth < MAX_PARENT_DEPTH; depth++) {
    if (current === id) return true
    current = parentOf(current) ?? null
  }
  return current !== null
}

/** Where a move leads, for messages and audit: any status may follow any other. */
export function describeMove(from: ItemStatus, to: ItemStatus): "closed" | "reopened" | "moved" {
  if (isClosed(from) === isClosed(to)) return "moved"
  return isClosed(to) ? "closed" : "reopened"
}
