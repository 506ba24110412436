import { appendLeaf, type CompactRange, emptyRange, rangeRoot } from "./compact-range"
import { halfOf } from "./merkle"

/** The leaves `from` to `to` (exclusive, counted from 0), all of which hang on one sibling of the path. */
type Span = { from: number; to: number; range: CompactRange }

/** Takes the leaf hashes of a tree one after another, from the first, and knows the audit path of one of them. */
export type PathWalk = {
  add: (leaf: Buffer) => void
  /** Deepest sibling first (RFC 6962, 2.1.1). Throws until all leaves were added. */
  path: () => Buffer[]
}

/**
 * The audit path of the leaf at `index` (from 0) of a tree of `size` leaves in one pass and log(n) memory, for logs too
 * long to hold. Throws RangeError for an index outside.
 */
export function startPath(index: number, size: number): PathWalk {
  if (!Number.isInteger(index) || index < 0 || index >= size) {
    throw new RangeError(`No leaf ${index} in a tree of ${size}`)
  }
  const spans = siblingSpans(index, size)
  const inOrder = spans.toSorted((left, right) => left.from - right.from)
  let at = 0
  let next = 0
  return {
    add: (leaf) => {
      const span = inOrder[next]
      if (span && at >= span.from) {
        appendLeaf(span.range, leaf)
        if (at + 1 === span.to) next += 1
      }
      at += 1
    },
    path: () => {
      if (at !== size) throw new Error(`The tree has ${size} leaves, ${at} were given`)
      return spans.map(({ range }) => rangeRoot(range))
    },
  }
}

/** Where the siblings of the path lie, deepest first. */
function siblingSpans(index: number, size: number): Span[] {
  const spans: Span[] = []
  let [from, to] = [0, size]
  while (to - from > 1) {
    const middle = from + halfOf(to - from)
    const left = index < middle
    const [start, end] = left ? [middle, to] : [from, middle]
    spans.push({ from: start, to: end, range: emptyRange() })
    if (left) to = middle
    else from = middle
  }
  return spans.reverse()
}
