import { z } from "zod"
import type { WeightSet } from "./draw-weights"

/** Seed and number of draws when nobody asks for others: a share is then known to ±0.01 (two standard errors). */
export const SEED = 2008
export const SAMPLES = 10_000

/** Items compared at once: the first ones of the ranking, or as many from a later place on. */
export const MOST_COMPARED = 200
/** Items shown in the details: a picture of more cannot be read. */
export const SHOWN = 20
/** How far "near the published weights" goes. */
export const NEAR_SHARE = 0.5

export const WEIGHTINGS = ["order", "near", "any"] as const
export type Weightings = (typeof WEIGHTINGS)[number]

/** Which weightings count as plausible, in words. */
export const WEIGHTING_LABELS: Record<Weightings, string> = {
  order: "Same order of importance",
  near: "Within 50 % of the published weights",
  any: "Any weights",
}

export const WEIGHTING_HELP: Record<Weightings, string> = {
  order:
    "Every weighting in which the criteria keep their published order of importance counts as plausible, each as likely as the others.",
  near: "Each weight is drawn evenly between half and one and a half times its published value, then all are scaled to the sum 1.",
  any: "Every weighting counts, each as likely as the others, whatever was published.",
}

export const robustnessSettings = z.object({
  weightings: z.enum(WEIGHTINGS).default("order"),
  /** Also vary the values between the lowest and the highest that the scorers gave. */
  withSpread: z.boolean().default(false),
  /** Items that stand before those compared: 200 compares the places 201 to 400. */
  from: z.number().int().min(0).max(1_000_000).default(0),
  /** Share of draws among the first so many. */
  top: z.number().int().min(1).max(SHOWN).default(3),
  samples: z.number().int().min(100).max(50_000).default(SAMPLES),
  seed: z.number().int().min(0).max(2_147_483_647).default(SEED),
})

export type RobustnessSettings = z.infer<typeof robustnessSettings>

export function weightSetOf(weightings: Weightings, published: readonly number[]): WeightSet {
  if (weightings === "any") return { kind: "any" }
  if (weightings === "near") return { kind: "near", published, share: NEAR_SHARE }
  return { kind: "order", published }
}

/** Standard error of a share p of n draws: √(p (1 − p) / n), at most 0.5 / √n. */
export const standardError = (draws: number) => (draws > 0 ? 0.5 / Math.sqrt(draws) : 0)

/** "First in 62 % of plausible weightings", "Never first", "First in under 1 % …". `what` is what was drawn. */
export function firstWords(share: number, what: string): string {
  if (share === 0) return `Never first in ${what}`
  if (share === 1) return `First in all ${what}`
  return `First in ${shareText(share)} of ${what}`
}

/** A share as people say it: no false zero, no false hundred. */
export function shareText(share: number): string {
  if (share === 0) return "0 %"
  if (share < 0.01) return "under 1 %"
  if (share > 0.99 && share < 1) return "over 99 %"
  return `${Math.round(share * 100)} %`
}
