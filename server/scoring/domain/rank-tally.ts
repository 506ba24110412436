/** Counts rankings of n items: who stood where, who stood above whom. Typed arrays, because it runs 10,000 times. */
export type RankTally = {
  /** Counts one ranking with `share` as its weight; equal scores share their ranks equally. */
  add(scores: Float64Array, share: number): void
  /** Items that were first in the latest ranking. */
  firsts: Int32Array
  /** How many of `firsts` are in use. */
  firstCount(): number
  /** n × n, item by rank (0 is the first): rows and columns have the sum 1. */
  acceptability(): Float64Array
  /** n × n, share of rankings in which row stood strictly above column. */
  pairwise(): Float64Array
  /** Places in the latest ranking: how many items stood above each. */
  above: Int32Array
}

export function rankTally(n: number): RankTally {
  // Above the diagonal only: row beat column, and row and column were equal.
  const wins = new Float64Array(n * n)
  const ties = new Float64Array(n * n)
  const ranks = new Float64Array(n * n)
  const above = new Int32Array(n)
  const equals = new Int32Array(n)
  const firsts = new Int32Array(n)
  let first = 0
  let total = 0

  /** Counts the wins, and as losses all that are not; answers how many pairs were equal. */
  function countPairs(scores: Float64Array, share: number): number {
    let equal = 0
    above.fill(0)
    for (let i = 0; i < n; i++) {
      const mine = scores[i]!
      const row = i * n
      let won = 0
      for (let j = i + 1; j < n; j++) {
        const other = scores[j]!
        const more = mine > other ? 1 : 0
        wins[row + j]! += more * share
        above[j]! += more
        won += more
        equal += mine === other ? 1 : 0
      }
      above[i]! += n - 1 - i - won
    }
    return equal
  }

  /** Takes back the losses of pairs that were equal; rare, so it costs a walk of its own. */
  function countTies(scores: Float64Array, share: number): void {
    for (let i = 0; i < n; i++) {
      for (let j = i + 1; j < n; j++) {
        if (scores[i] !== scores[j]) continue
        ties[i * n + j]! += share
        above[i]! -= 1
        equals[i]! += 1
        equals[j]! += 1
      }
    }
  }

  function add(scores: Float64Array, share: number): void {
    const tied = countPairs(scores, share) > 0
    if (tied) {
      equals.fill(0)
      countTies(scores, share)
    }
    first = 0
    for (let i = 0; i < n; i++) {
      const start = above[i]!
      const group = tied ? equals[i]! + 1 : 1
      if (start === 0) firsts[first++] = i
      if (group === 1) ranks[i * n + start]! += share
      else for (let k = 0; k < group; k++) ranks[i * n + start + k]! += share / group
    }
    total += share
  }

  function pairwise(): Float64Array {
    const result = new Float64Array(n * n)
    for (let i = 0; i < n; i++) {
      for (let j = i + 1; j < n; j++) {
        const [won, equal] = [wins[i * n + j]!, ties[i * n + j]!]
        result[i * n + j] = won / total
        result[j * n + i] = Math.max(0, total - won - equal) / total
      }
    }
    return result
  }

  return {
    add,
    firsts,
    firstCount: () => first,
    acceptability: () => ranks.map((count) => count / total),
    pairwise,
    above,
  }
}
