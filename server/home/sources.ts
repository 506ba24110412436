import { waitingScores } from "@/server/scoring/waiting"
import { waitingGrants, waitingInvitations } from "./internal/waiting-access"
import { waitingItems } from "./internal/waiting-items"
import { waitingProducts } from "./internal/waiting-products"
import type { WaitingSource } from "./waiting-source"

/** Everything that may wait on a person. A feature is added here when it is built. */
export const WAITING_SOURCES: readonly WaitingSource[] = [
  { permission: "backlog.read", find: waitingItems },
  { permission: "scoring.score", find: waitingScores },
  { permission: "products.read", find: waitingProducts },
  { permission: "members.manage", find: waitingInvitations },
  { find: waitingGrants },
]
