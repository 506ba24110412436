import { ACTORS, EVERYONE, type Group } from "./roles"

export const APPROVALS: Group[] = [
  [
    EVERYONE,
    [
      "approvals.countWaiting",
      "approvals.getApproval",
      "approvals.getReceipt",
      "approvals.getSubjectApproval",
      "approvals.listApprovals",
      "approvals.listDelegations",
    ],
  ],
  [
    ACTORS,
    [
      "approvals.createDelegation",
      "approvals.decideApproval",
      "approvals.markApprovalsRead",
      "approvals.remindApprovers",
      "approvals.revokeDelegation",
      "approvals.withdrawApproval",
    ],
  ],
]
