import { waitingMentions } from "@/server/discussion/waiting"
import { waitingScores } from "@/server/scoring/waiting"
import { waitingFunding, waitingInitiatives, waitingMeasurements } from "@/server/strategy/waiting"
import { waitingWorkshops } from "@/server/workshops/waiting"
import { waitingGrants, waitingInvitations } from "./internal/waiting-access"
import { waitingItems } from "./internal/waiting-items"
import { waitingProducts } from "./internal/waiting-products"
import type { WaitingSource } from "./waiting-source"

/** Everything that may wait on a person. A feature is added here when it is built. */
export const WAITING_SOURCES: readonly WaitingSource[] = [
  { permission: "backlog.read", find: waitingItems },
  { permission: "backlog.read", find: waitingMentions },
  { permission: "scoring.score", find: waitingScores },
  { permission: "scoring.score", find: waitingWorkshops },
  { permission: "strategy.measure", find: waitingMeasurements },
  { permission: "strategy.edit", find: waitingInitiatives },
  { permission: "strategy.fund", find: waitingFunding },
  { permission: "products.read", find: waitingProducts },
  { permission: "members.manage", find: waitingInvitations },
  { find: waitingGrants },
]
