import type { CheckProvider } from "./check-provider"
import { classificationSet } from "./internal/checks/classification-set"
import { consultationConcluded } from "./internal/checks/consultation-concluded"
import { documented } from "./internal/checks/documented"
import { dpiaApproved } from "./internal/checks/dpia-approved"
import { itemScored } from "./internal/checks/item-scored"
import { ownerActive } from "./internal/checks/owner-active"
import { peerReviewed } from "./internal/checks/peer-reviewed"
import { retentionSet } from "./internal/checks/retention-set"

/**
 * Every computed check that a Definition of Done may ask for, in the order the editor offers them. A feature that
 * knows a fact worth checking hands in a provider here; ids are never reused, because published versions name them.
 */
export const CHECKS: readonly CheckProvider[] = [
  ownerActive,
  documented,
  itemScored,
  peerReviewed,
  dpiaApproved,
  consultationConcluded,
  classificationSet,
  retentionSet,
]

export const findCheck = (id: string) => CHECKS.find((check) => check.id === id)
