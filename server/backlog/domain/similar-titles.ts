/**
 * Similarity of short texts by trigrams, as the PostgreSQL module pg_trgm defines it: lower case, each word with two
 * blanks in front and one behind, shared trigrams ÷ all different trigrams (Jaccard). Computed here because the
 * embedded database does not carry that module.
 */
export function trigramsOf(text: string): Set<string> {
  const found = new Set<string>()
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
    const padded = `  ${word} `
    for (let at = 0; at + 3 <= padded.length; at++) found.add(padded.slice(at, at + 3))
  }
  return found
}

/** From 0 (nothing in common) to 1 (the same words). */
export function similarity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a]
  if (small.size === 0) return 0
  let shared = 0
  for (const gram of small) if (large.has(gram)) shared++
  return shared / (a.size + b.size - shared)
}

export type Titled = { id: string; title: string }
export type SimilarPair = { a: string; b: string; similarity: number }

/** At least this similar is worth a look; 1 is the same words in any order. */
export const SIMILAR_FROM = 0.55

/** The texts at least so similar to `title`, best first. */
export function similarTo<T extends Titled>(title: string, others: readonly T[], from = 0.35, most = 5) {
  const wanted = trigramsOf(title)
  return others
    .map((other) => ({ ...other, similarity: similarity(wanted, trigramsOf(other.title)) }))
    .filter((other) => other.similarity >= from)
    .sort((x, y) => y.similarity - x.similarity)
    .slice(0, most)
}

/** All pairs at least so similar, best first. */
export function similarPairs(texts: readonly Titled[], from = SIMILAR_FROM): SimilarPair[] {
  const steps = comparePairs(texts, from)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** Comparisons between two breaths. */
const STEP = 2_000_000

/**
 * The same in steps, so that a server can answer others in between. Exact, without counting every two texts: only sets
 * of similar size can be similar, and a pair whose bitmaps differ in too many bits cannot be (bitmap filter: Sandes et
 * al., "Bitmap filter: speeding up exact set similarity joins", 2020).
 */
export function* comparePairs(
  texts: readonly Titled[],
  from = SIMILAR_FROM,
): Generator<undefined, SimilarPair[]> {
  const sets = numberedGrams(texts)
  const bySize = [...sets.keys()]
    .filter((index) => sets[index]!.length > 0)
    .sort((x, y) => sets[x]!.length - sets[y]!.length)
  const sizes = Uint32Array.from(bySize, (index) => sets[index]!.length)
  const maps = bitmapsOf(bySize.map((index) => sets[index]!))
  // Sets of Jaccard similarity t differ in at most (|a| + |b|) · (1 − t) ÷ (1 + t) members.
  const allowed = (1 - from) / (1 + from)
  const pairs: SimilarPair[] = []
  let compared = 0
  for (let b = 1; b < bySize.length; b++) {
    for (let a = b - 1; a >= 0 && sizes[a]! >= from * sizes[b]!; a--) {
      compared++
      if (differs(maps, a, b, (sizes[a]! + sizes[b]!) * allowed + 1e-9)) continue
      const [one, other] = [bySize[a]!, bySize[b]!]
      const found = jaccard(sets[one]!, sets[other]!)
      if (found >= from) pairs.push({ a: texts[one]!.id, b: texts[other]!.id, similarity: found })
    }
    if (compared < STEP) continue
    compared = 0
    yield
  }
  return pairs.sort((x, y) => y.similarity - x.similarity)
}

/** The trigrams of each text as ascending numbers. */
function numberedGrams(texts: readonly Titled[]): Uint32Array[] {
  const numbers = new Map<string, number>()
  const numberOf = (gram: string) => {
    const known = numbers.get(gram) ?? numbers.size
    numbers.set(gram, known)
    return known
  }
  return texts.map(({ title }) => Uint32Array.from(trigramsOf(title), numberOf).sort())
}

const WORDS = 4

/** 128 bits per set: each member turns one over. */
function bitmapsOf(sets: readonly Uint32Array[]): Int32Array {
  const maps = new Int32Array(sets.length * WORDS)
  for (const [index, set] of sets.entries()) {
    for (const gram of set) {
      const bit = (Math.imul(gram, 0x9e3779b1) >>> 25) & 127
      maps[index * WORDS + (bit >> 5)]! ^= 1 << (bit & 31)
    }
  }
  return maps
}

/** True when the sets differ in more members than `most`: every bit that differs stands for one at least. */
function differs(maps: Int32Array, a: number, b: number, most: number): boolean {
  let bits = 0
  for (let word = 0; word < WORDS; word++) {
    let v = maps[a * WORDS + word]! ^ maps[b * WORDS + word]!
    v -= (v >>> 1) & 0x55555555
    v = (v & 0x33333333) + ((v >>> 2) & 0x33333333)
    bits += Math.imul((v + (v >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
    if (bits > most) return true
  }
  return false
}

/** Jaccard similarity of two ascending lists. */
function jaccard(a: Uint32Array, b: Uint32Array): number {
  let shared = 0
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) {
      shared++
      i++
      j++
    } else if (a[i]! < b[j]!) i++
    else j++
  }
  return shared / (a.length + b.length - shared)
}
