/** What the numbers of a ranking are counted from: one standing. */
export type CountedStanding = {
  itemId: string
  status: "scored" | "missing" | "invalid"
  split: boolean
  scorers: number
  scoredAt: string
}

/** What a change of one standing adds to the numbers of a ranking that holds its item. */
export type StandingChange = {
  itemId: string
  touched: 0 | 1
  scored: -1 | 0 | 1
  split: -1 | 0 | 1
  scoredAt: string
}

const isScored = (standing?: CountedStanding) => standing?.status === "scored"
const isSplit = (standing?: CountedStanding) => isScored(standing) && standing?.split === true
const step = (now: boolean, then: boolean) => (now === then ? 0 : now ? 1 : -1)

/**
 * What the standings of some items add to the numbers of their rankings compared with those before. Null when the
 * numbers must be counted again: a standing is gone, a scorer is gone, or the latest score is older than before.
 */
export function standingChanges(
  before: readonly CountedStanding[],
  after: readonly CountedStanding[],
): StandingChange[] | null {
  const then = new Map(before.map((standing) => [standing.itemId, standing]))
  const kept = after.filter(({ itemId }) => then.has(itemId)).length
  if (kept < then.size) return null
  const changes: StandingChange[] = []
  for (const standing of after) {
    const { itemId, scorers, scoredAt } = standing
    const old = then.get(itemId)
    if (old && (scorers < old.scorers || scoredAt < old.scoredAt)) return null
    changes.push({
      itemId,
      touched: old ? 0 : 1,
      scored: step(isScored(standing), isScored(old)),
      split: step(isSplit(standing), isSplit(old)),
      scoredAt,
    })
  }
  return changes
}
