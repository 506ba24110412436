import { getApproval } from "@/server/approvals/get-approval"
import { ADDS, byOther, conflicting, quiet, ruledOut, type Scene, type Unchanged } from "./scene"

const request = (s: Scene) => ({ requestId: s.ids.requestId })
const shown = async (s: Scene) => (await getApproval(s.other, request(s))).contentSha256

export const UNCHANGED_APPROVALS: Unchanged = {
  "approvals.createDelegation": ADDS,
  "approvals.markApprovalsRead": quiet((s) => ({ requestIds: [s.ids.requestId] })),
  "approvals.remindApprovers": ruledOut(request),
  "approvals.revokeDelegation": ruledOut((s) => ({ id: s.ids.delegationId })),
  "approvals.decideApproval": byOther(
    ruledOut(async (s) => ({
      ...request(s),
      meaning: "rejection",
      note: "Not so",
      contentSha256: await shown(s),
    })),
  ),
  "approvals.withdrawApproval": conflicting((s) => ({ ...request(s), note: "Test" })),
}
