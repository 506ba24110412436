import { appendLeaf, emptyRange, rangeRoot } from "./compact-range"
import { nodeHash } from "./leaf"

/** RFC 6962 root over leaf hashes, in one pass and log(n) memory. */
export function merkleRoot(leaves: Iterable<Buffer>): Buffer {
  const range = emptyRange()
  for (const leaf of leaves) appendLeaf(range, leaf)
  return rangeRoot(range)
}

/**
 * Audit path of the leaf at `index` (from 0), deepest sibling first (RFC 6962, 2.1.1).
 * The tree is exactly the given leaves. Throws RangeError for an index outside.
 */
export function inclusionProof(leaves: readonly Buffer[], index: number): Buffer[] {
  if (!Number.isInteger(index) || index < 0 || index >= leaves.length) {
    throw new RangeError(`No leaf ${index} in a tree of ${leaves.length}`)
  }
  const path = (from: number, to: number): Buffer[] => {
    if (to - from === 1) return []
    const middle = from + halfOf(to - from)
    return index < middle
      ? [...path(from, middle), subtree(leaves, middle, to)]
      : [...path(middle, to), subtree(leaves, from, middle)]
  }
  return path(0, leaves.length)
}

/**
 * Proof that the first `size` leaves are a beginning of all the leaves (RFC 6962, 2.1.2).
 * Empty for size 0 and for the whole tree. Throws RangeError for a larger size.
 */
export function consistencyProof(leaves: readonly Buffer[], size: number): Buffer[] {
  if (!Number.isInteger(size) || size < 0 || size > leaves.length) {
    throw new RangeError(`No tree of ${size} inside one of ${leaves.length}`)
  }
  const path = (old: number, from: number, to: number, whole: boolean): Buffer[] => {
    if (old === to - from) return whole ? [] : [subtree(leaves, from, to)]
    const left = halfOf(to - from)
    const middle = from + left
    return old <= left
      ? [...path(old, from, middle, whole), subtree(leaves, middle, to)]
      : [...path(old - left, middle, to, false), subtree(leaves, from, middle)]
  }
  return size === 0 ? [] : path(size, 0, leaves.length, true)
}

/** The largest power of two below n (n ≥ 2). */
export function halfOf(n: number): number {
  let power = 1
  while (power * 2 < n) power *= 2
  return power
}

function subtree(leaves: readonly Buffer[], from: number, to: number): Buffer {
  if (to - from === 1) return leaves[from] as Buffer
  const middle = from + halfOf(to - from)
  return nodeHash(subtree(leaves, from, middle), subtree(leaves, middle, to))
}
