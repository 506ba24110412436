import { read, router, write } from "@/server/kernel/trpc"
import { countWaiting } from "./count-waiting"
import { createDelegation } from "./create-delegation"
import { decideApproval } from "./decide-approval"
import { getApproval } from "./get-approval"
import { getReceipt } from "./get-receipt"
import { getSubjectApproval } from "./get-subject-approval"
import { listApprovals } from "./list-approvals"
import { listDelegations } from "./list-delegations"
import { markApprovalsRead } from "./mark-approvals-read"
import { remindApprovers } from "./remind-approvers"
import { revokeDelegation } from "./revoke-delegation"
import { withdrawApproval } from "./withdraw-approval"

export const approvalsRouter = router({
  listApprovals: read(listApprovals),
  countWaiting: read(countWaiting),
  getApproval: read(getApproval),
  getReceipt: read(getReceipt),
  getSubjectApproval: read(getSubjectApproval),
  decideApproval: write(decideApproval),
  withdrawApproval: write(withdrawApproval),
  remindApprovers: write(remindApprovers),
  markApprovalsRead: write(markApprovalsRead),
  createDelegation: write(createDelegation),
  revokeDelegation: write(revokeDelegation),
  listDelegations: read(listDelegations),
})
