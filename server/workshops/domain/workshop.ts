import { z } from "zod"

export const WORKSHOP_PHASES = ["lobby", "scoring", "discussing", "deciding", "closed", "ended"] as const
export type WorkshopPhase = (typeof WORKSHOP_PHASES)[number]

/** "ended": closed without a decision. */
export const PHASE_LABELS: Record<WorkshopPhase, string> = {
  lobby: "Lobby",
  scoring: "Silent scoring",
  discussing: "Discussion",
  deciding: "Deciding",
  closed: "Decided",
  ended: "Ended without a decision",
}

export const OPEN_PHASES: readonly WorkshopPhase[] = ["lobby", "scoring", "discussing", "deciding"]
export const isOpen = (phase: WorkshopPhase) => OPEN_PHASES.includes(phase)

export const FACT_KINDS = [
  "opened",
  "scoring",
  "revealed",
  "deciding",
  "resumed",
  "taken_over",
  "decided",
  "ended",
  "adopted",
] as const
export type FactKind = (typeof FACT_KINDS)[number]

export const WORKSHOP_LIMITS = {
  items: 100,
  people: 100,
  title: 120,
  note: 1000,
  dissent: 2000,
  decision: 5000,
  reason: 500,
} as const

/** Who still differ after so many rounds differ in what they want: that is dissent, and for the record. */
export const LAST_ROUND = 5

/** Seconds without a sign of the facilitator after which somebody else may take over. */
export const ABSENCE_SECONDS = 120

/** A discussion's timer in seconds: what it starts with, what the button adds, and the most it may have left. */
export const TIMER = { start: 180, extend: 60, most: 3600 } as const

export const topicOf = (id: string) => `workshop:${id}`

export const workshopTitleSchema = z
  .string()
  .trim()
  .min(1, "Give the workshop a title")
  .max(WORKSHOP_LIMITS.title, `A title has at most ${WORKSHOP_LIMITS.title} characters`)
