import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus"
import { combineScores, type ScorerInputs } from "./combine"
import { drawShare } from "./draw-weights"
import { type Framework, isRelative } from "./framework"
import { rankTally } from "./rank-tally"
import type { Values } from "./score-result"
import { scoreTogether } from "./score-together"

/** Resampled panels kept per item; up to four scorers all n^n of them are listed. */
const PANELS = 256
/** A relative method scores the whole list anew in each draw, so it gets fewer. */
export const RELATIVE_SAMPLES = 1000

export type RedrawProblem = {
  framework: Framework
  /** Scored items with their scorers. */
  items: readonly (readonly ScorerInputs[])[]
  samples: number
  seed: number
}

/** The same shares as of `smaa`: items × items, rows and columns of `acceptability` with the sum 1. */
export type Redrawn = { samples: number; seed: number; acceptability: Float64Array; pairwise: Float64Array }

/**
 * How sure a ranking without weights is: in each draw every item is scored again by as many of its own scorers, taken
 * at random with replacement (a bootstrap, Efron 1979), items independently of each other.
 */
export function redraw({ framework, items, samples, seed }: RedrawProblem): Redrawn {
  const random = xoroshiro128plus(seed)
  const share = () => drawShare(random)
  const relative = isRelative(framework)
  const draws = relative ? Math.min(samples, RELATIVE_SAMPLES) : samples
  const outcomes = items.map((scorers) => outcomesOf(framework, scorers, share))
  const tally = rankTally(items.length)
  const scores = new Float64Array(items.length)
  for (let n = 0; n < draws; n++) {
    if (relative) drawTogether(framework, outcomes, share, scores)
    else
      for (let i = 0; i < scores.length; i++) {
        const { scores: own } = outcomes[i]!
        scores[i] = own[Math.floor(share() * own.length)]!
      }
    tally.add(scores, 1)
  }
  return { samples: draws, seed, acceptability: tally.acceptability(), pairwise: tally.pairwise() }
}

type Outcomes = { scores: Float64Array; values: (Values | null)[] }

/** What an item comes to under resampled panels of its scorers, each as likely as the others. */
function outcomesOf(framework: Framework, scorers: readonly ScorerInputs[], share: () => number): Outcomes {
  const known = new Map<string, { score: number; values: Values | null }>()
  const drawn = panels(scorers.length, share).map((panel) => {
    const name = [...panel].sort((a, b) => a - b).join()
    const found =
      known.get(name) ??
      outcome(
        framework,
        panel.map((index) => scorers[index]!),
      )
    known.set(name, found)
    return found
  })
  return { scores: Float64Array.from(drawn, ({ score }) => score), values: drawn.map(({ values }) => values) }
}

/** A panel in which nobody gave some criterion has no score, and stands behind all others in that draw. */
function outcome(framework: Framework, scorers: readonly ScorerInputs[]) {
  const { result, values } = combineScores(framework, scorers)
  return { score: result.status === "scored" ? result.score : Number.NEGATIVE_INFINITY, values }
}

function panels(count: number, share: () => number): number[][] {
  const whole = count ** count
  if (whole <= PANELS) {
    return Array.from({ length: whole }, (_, index) =>
      Array.from({ length: count }, (_, place) => Math.floor(index / count ** place) % count),
    )
  }
  return Array.from({ length: PANELS }, () =>
    Array.from({ length: count }, () => Math.floor(share() * count)),
  )
}

function drawTogether(framework: Framework, outcomes: Outcomes[], share: () => number, into: Float64Array) {
  const chosen = new Map<string, Values>()
  into.fill(Number.NEGATIVE_INFINITY)
  for (const [index, { values }] of outcomes.entries()) {
    const one = values[Math.floor(share() * values.length)]
    if (one) chosen.set(String(index), one)
  }
  for (const [index, result] of scoreTogether(framework, chosen)) {
    if (result.status === "scored") into[Number(index)] = result.score
  }
}
