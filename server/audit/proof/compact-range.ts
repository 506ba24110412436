import { nodeHash, sha256 } from "./leaf"

/**
 * The roots of the perfect subtrees that make up the first `size` leaves, largest first: one per set bit
 * of `size`. With it a root is kept up to date, or resumed in the middle, in log(n) memory.
 */
export type CompactRange = { size: number; nodes: Buffer[] }

export function emptyRange(): CompactRange {
  return { size: 0, nodes: [] }
}

/** Resumes a range from stored nodes; throws when their number does not fit the size. */
export function resumeRange(size: number, nodes: readonly Buffer[]): CompactRange {
  let bits = 0
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) bits += rest % 2
  if (bits !== nodes.length)
    throw new Error(`A tree of ${size} leaves has ${bits} subtrees, not ${nodes.length}`)
  return { size, nodes: [...nodes] }
}

/** Adds a leaf hash in place. */
export function appendLeaf(range: CompactRange, leaf: Buffer): void {
  let node = leaf
  // Numbers, not bit operators: those stop at 2^31 leaves.
  for (let rest = range.size; rest % 2 === 1; rest = (rest - 1) / 2) {
    const left = range.nodes.pop()
    if (left === undefined) throw new Error("The range has fewer subtrees than its size says")
    node = nodeHash(left, node)
  }
  range.nodes.push(node)
  range.size += 1
}

/** RFC 6962 root of the leaves so far; of none it is SHA-256 of nothing. */
export function rangeRoot(range: CompactRange): Buffer {
  if (range.nodes.length === 0) return sha256("")
  return range.nodes.reduceRight((right, left) => nodeHash(left, right))
}
