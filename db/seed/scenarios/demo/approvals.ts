import { createDelegation } from "@/server/approvals/create-delegation"
import type { Cast } from "./cast"
import type { StoryClock } from "./story-clock"

/** The data protection officer goes on leave: the data steward decides for her meanwhile. */
export async function delegateDecisions({ sofia, marek }: Cast, clock: StoryClock): Promise<void> {
  await createDelegation(sofia.ctx, {
    delegateId: marek.userId,
    kinds: ["screening", "waiver"],
    scopeType: "workspace",
    scopeId: null,
    validFrom: `${clock.day(0)}T00:00:00.000Z`,
    validUntil: `${clock.day(20)}T23:59:59.999Z`,
    reason: "On leave for two weeks; assessments wait for my return",
  })
}
