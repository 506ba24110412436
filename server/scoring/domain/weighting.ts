import { z } from "zod"
import { compare, type Judgement, MOST_COMPARED, missingPairs } from "./ahp"

const key = z.string().max(40)

/**
 * How the weights of a framework were found, with the raw judgements. The ways with points keep them in the criteria;
 * the others keep their judgements here, and the weights are computed from them.
 */
export const weightingSchema = z.discriminatedUnion("way", [
  z.object({ way: z.literal("direct") }),
  z.object({ way: z.literal("smart") }),
  z.object({ way: z.literal("swing") }),
  z.object({ way: z.literal("rank_order"), order: z.array(key).max(20) }),
  z.object({
    way: z.literal("pairwise"),
    judgements: z
      .array(
        z.object({
          first: key,
          second: key,
          value: z
            .number()
            .min(1 / 9 - 1e-9)
            .max(9),
        }),
      )
      .max((MOST_COMPARED * (MOST_COMPARED - 1)) / 2),
  }),
])

export type Weighting = z.infer<typeof weightingSchema>
export type WeightingWay = Weighting["way"]

export const WAY_LABELS: Record<WeightingWay, string> = {
  direct: "Direct points",
  smart: "SMART: least important is 10",
  swing: "Swing weights: most valuable swing is 100",
  rank_order: "Order of importance (rank-order centroid)",
  pairwise: "Pairwise comparison (AHP)",
}

/** What is asked, and where the way comes from: shown where the weights are set. */
export const WAY_HELP: Record<WeightingWay, string> = {
  direct: "Give each criterion points; only their proportions count.",
  smart:
    "Give the least important criterion 10 points and the others points relative to it. SMART, Edwards 1977; it forgets the ranges easily, so read the range beside each weight.",
  swing:
    "Imagine an item that is worst on every criterion. Which one would you raise to its best first? It gets 100 points; the others get points for their swing from worst to best, relative to it. Edwards & Barron 1994.",
  rank_order:
    "Put the criteria in order of importance; the weights are the centre of all weights that agree with the order: w = (1/n) Σ 1/j. SMARTER, Edwards & Barron 1994.",
  pairwise:
    "Compare each pair on a scale from 1 (equally important) to 9 (extremely more important). The weights are the principal eigenvector; above a consistency ratio of 0.10, judge again. Saaty 2008.",
}

export const usesPoints = (way: WeightingWay) => way === "direct" || way === "smart" || way === "swing"

/** Rank-order centroid for n criteria, most important first: w_k = (1/n) Σ_{j=k..n} 1/j (Edwards & Barron 1994). */
export function rankOrderCentroid(count: number): number[] {
  const weights: number[] = []
  let sum = 0
  for (let rank = count; rank >= 1; rank--) {
    sum += 1 / rank
    weights.unshift(sum / count)
  }
  return weights
}

type Weighed = { key: string; name: string; weight?: number | undefined }

/** The weights in the order of the criteria, with the sum 1. Zeros where the judgements are not complete. */
export function deriveWeights(criteria: readonly Weighed[], weighting: Weighting | undefined): number[] {
  if (weighting?.way === "rank_order") {
    const centroid = rankOrderCentroid(weighting.order.length)
    return criteria.map(({ key }) => centroid[weighting.order.indexOf(key)] ?? 0)
  }
  if (weighting?.way === "pairwise") {
    const keys = criteria.map(({ key }) => key)
    const complete = missingPairs(keys, weighting.judgements).length === 0
    return complete ? compare(keys, weighting.judgements).weights : keys.map(() => 0)
  }
  const sum = criteria.reduce((total, { weight }) => total + (weight ?? 0), 0)
  return criteria.map(({ weight }) => (sum > 0 ? (weight ?? 0) / sum : 0))
}

export type WeightingProblem = { criterion: number | null; message: string }

/** What is wrong with weights or judgements, naming the criterion or the pair. Empty when they give weights. */
export function weightingProblems(
  criteria: readonly Weighed[],
  weighting: Weighting | undefined,
): WeightingProblem[] {
  const way = weighting?.way ?? "direct"
  if (weighting?.way === "rank_order") return orderProblems(criteria, weighting.order)
  if (weighting?.way === "pairwise") return pairProblems(criteria, weighting.judgements)
  const problems = criteria.flatMap(({ name, weight }, criterion) =>
    weight === undefined ? [{ criterion, message: `${name} needs a weight` }] : [],
  )
  if (problems.length > 0) return problems
  const points = criteria.map(({ weight }) => weight ?? 0)
  const whole = (message: string) => [{ criterion: null, message }]
  if (!points.some((weight) => weight > 0)) return whole("At least one weight must be above zero")
  if (way === "swing" && Math.max(...points) !== 100)
    return whole("Give the most valuable swing 100 points, and the others fewer")
  if (way === "smart" && Math.min(...points) !== 10)
    return whole("Give the least important criterion 10 points, and the others more")
  return []
}

function orderProblems(criteria: readonly Weighed[], order: readonly string[]): WeightingProblem[] {
  const left = criteria.findIndex(({ key }) => !order.includes(key))
  if (left !== -1)
    return [{ criterion: left, message: `${criteria[left]!.name} has no place in the order of importance` }]
  if (order.length !== criteria.length || new Set(order).size !== order.length)
    return [{ criterion: null, message: "The order of importance lists each criterion once" }]
  return []
}

function pairProblems(criteria: readonly Weighed[], judgements: readonly Judgement[]): WeightingProblem[] {
  const whole = (message: string) => [{ criterion: null, message }]
  const nameOf = new Map(criteria.map(({ key, name }) => [key, name]))
  if (criteria.length > MOST_COMPARED)
    return whole(
      `At most ${MOST_COMPARED} criteria can be compared in pairs. Choose another way, or fewer criteria`,
    )
  const unknown = judgements.find(
    ({ first, second }) => first === second || !nameOf.has(first) || !nameOf.has(second),
  )
  if (unknown)
    return whole(`“${unknown.first}” and “${unknown.second}” are not two criteria of this framework`)
  const pairs = judgements.map(({ first, second }) => [first, second].sort().join(" "))
  if (new Set(pairs).size < pairs.length) return whole("A pair of criteria is judged twice")
  const missing = missingPairs([...nameOf.keys()], judgements)
  const [pair] = missing
  if (!pair) return []
  const more = missing.length > 1 ? ` (${missing.length} pairs are missing)` : ""
  return whole(`Compare ${nameOf.get(pair[0])} with ${nameOf.get(pair[1])}${more}`)
}
