import { doneLinks } from "@/server/dod/thread-link"
import { assessmentLinks } from "@/server/dpia/thread-link"
import { scoreLinks } from "@/server/scoring/thread-link"
import { objectiveLinks } from "@/server/strategy/thread-link"
import type { LinkProvider } from "./link-provider"

/**
 * The links of the thread, in its order: objective, score, DPIA, contract, Definition of Done, sprint, release, health,
 * cost, value, review. A feature is added here when it is built; until then its link is not shown.
 */
export const LINK_PROVIDERS: readonly LinkProvider[] = [
  { permission: "strategy.read", links: objectiveLinks },
  { permission: "scoring.read", links: scoreLinks },
  { permission: "dpia.read", links: assessmentLinks },
  { permission: "dod.read", links: doneLinks },
]
