import { nodeHash, sha256 } from "./leaf"

export type Inclusion = { leaf: Buffer; index: number; size: number; proof: readonly Buffer[]; root: Buffer }

/** True when `leaf` stands at `index` (from 0) of the tree of `size` with this root (RFC 9162, 2.1.3.2). */
export function verifyInclusion({ leaf, index, size, proof, root }: Inclusion): boolean {
  if (!isCount(index) || !isCount(size) || index >= size) return false
  let [position, last] = [index, size - 1]
  let hash = leaf
  for (const sibling of proof) {
    if (last === 0) return false
    if (position % 2 === 1 || position === last) {
      hash = nodeHash(sibling, hash)
      while (position % 2 === 0 && position !== 0) [position, last] = [position / 2, half(last)]
    } else {
      hash = nodeHash(hash, sibling)
    }
    ;[position, last] = [half(position), half(last)]
  }
  return last === 0 && hash.equals(root)
}

export type Consistency = {
  oldSize: number
  oldRoot: Buffer
  newSize: number
  newRoot: Buffer
  proof: readonly Buffer[]
}

/** True when the old tree is a beginning of the new one (RFC 9162, 2.1.4.2). */
export function verifyConsistency({ oldSize, oldRoot, newSize, newRoot, proof }: Consistency): boolean {
  if (!isCount(oldSize) || !isCount(newSize) || oldSize > newSize) return false
  if (oldSize === newSize) return proof.length === 0 && oldRoot.equals(newRoot)
  if (oldSize === 0) return proof.length === 0 && oldRoot.equals(sha256(""))
  let [position, last] = [oldSize - 1, newSize - 1]
  while (position % 2 === 1) [position, last] = [half(position), half(last)]
  // An old tree that is a perfect subtree is its own first node; the proof leaves it out.
  const nodes = position === 0 ? [oldRoot, ...proof] : proof
  const [first, ...rest] = nodes
  if (first === undefined) return false
  let [oldHash, newHash] = [first, first]
  for (const node of rest) {
    if (last === 0) return false
    if (position % 2 === 1 || position === last) {
      oldHash = nodeHash(node, oldHash)
      newHash = nodeHash(node, newHash)
      while (position % 2 === 0 && position !== 0) [position, last] = [position / 2, half(last)]
    } else {
      newHash = nodeHash(newHash, node)
    }
    ;[position, last] = [half(position), half(last)]
  }
  return last === 0 && oldHash.equals(oldRoot) && newHash.equals(newRoot)
}

function half(n: number): number {
  return Math.floor(n / 2)
}

function isCount(n: number): boolean {
  return Number.isSafeInteger(n) && n >= 0
}
