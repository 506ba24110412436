import { waitingAccess, waitingExecutions, waitingReviews } from "@/server/access/waiting"
import { waitingApprovals } from "@/server/approvals/waiting"
import { waitingMentions } from "@/server/discussion/waiting"
import { waitingReopened, waitingWaivers } from "@/server/dod/waiting"
import { waitingFacts } from "@/server/dpia/facts-waiting"
import { waitingAdvice, waitingReviewsOfAssessments, waitingScreenings } from "@/server/dpia/waiting"
import { waitingActivities } from "@/server/privacy/activity-waiting"
import { waitingCheckpoints } from "@/server/privacy/checkpoint-waiting"
import { waitingControls, waitingObligations } from "@/server/privacy/obligation-waiting"
import { waitingRetention } from "@/server/privacy/retention-waiting"
import { waitingScores } from "@/server/scoring/waiting"
import { waitingFunding, waitingInitiatives, waitingMeasurements } from "@/server/strategy/waiting"
import { waitingWorkshops } from "@/server/workshops/waiting"
import { waitingGrants, waitingInvitations } from "./internal/waiting-access"
import { waitingItems } from "./internal/waiting-items"
import { waitingProducts } from "./internal/waiting-products"
import type { WaitingSource } from "./waiting-source"

/** Everything that may wait on a person. A feature is added here when it is built. */
export const WAITING_SOURCES: readonly WaitingSource[] = [
  { permission: "approvals.read", find: waitingApprovals },
  { permission: "backlog.read", find: waitingItems },
  { permission: "backlog.read", find: waitingMentions },
  { permission: "scoring.score", find: waitingScores },
  { permission: "scoring.score", find: waitingWorkshops },
  { permission: "strategy.measure", find: waitingMeasurements },
  { permission: "strategy.edit", find: waitingInitiatives },
  { permission: "strategy.fund", find: waitingFunding },
  { permission: "dpia.edit", find: waitingScreenings },
  { permission: "dpia.advise", find: waitingAdvice },
  { permission: "dpia.edit", find: waitingReviewsOfAssessments },
  { permission: "dpia.read", find: waitingFacts },
  { permission: "dod.read", find: waitingReopened },
  { permission: "dod.read", find: waitingWaivers },
  { permission: "products.read", find: waitingProducts },
  { permission: "retention.execute", find: waitingRetention },
  { permission: "privacy.read", find: waitingActivities },
  { permission: "ethics.edit", find: waitingCheckpoints },
  { permission: "privacy.read", find: waitingObligations },
  { permission: "privacy.read", find: waitingControls },
  { permission: "members.manage", find: waitingInvitations },
  { permission: "access.read", find: waitingAccess },
  { permission: "access.execute", find: waitingExecutions },
  { permission: "reviews.decide", find: waitingReviews },
  { find: waitingGrants },
]
