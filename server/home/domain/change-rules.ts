import type { Permission, ScopedPermission } from "@/server/kernel/domain/permissions"

type NewsFeature = {
  feature: string
  permission: ScopedPermission
  /** Actions of the feature that are nobody's news. */
  except?: readonly string[]
}

/** Features whose changes are news for everybody who may read them. */
export const NEWS_FEATURES: readonly NewsFeature[] = [
  { feature: "products", permission: "products.read" },
  { feature: "backlog", permission: "backlog.read" },
  {
    feature: "approvals",
    permission: "approvals.read",
    except: [
      "approvals.createDelegation",
      "approvals.markApprovalsRead",
      "approvals.remindApprovers",
      "approvals.revokeDelegation",
    ],
  },
  { feature: "discussion", permission: "backlog.read", except: ["discussion.readMentions"] },
  { feature: "scoring", permission: "scoring.read" },
  { feature: "strategy", permission: "strategy.read" },
  { feature: "catalog", permission: "catalog.read" },
  {
    feature: "dpia",
    permission: "dpia.read",
    // Writing goes on for days; what was decided, advised and submitted is news.
    except: [
      "dpia.answerScreening",
      "dpia.evaluateParts",
      "dpia.updateAnswer",
      "dpia.updateAssessment",
      "dpia.updateMeasure",
      "dpia.updateRisk",
    ],
  },
  { feature: "privacy", permission: "privacy.read" },
]

/** Of members, only who came, went and got which role. Passwords, sessions, tokens and invitations are nobody's news. */
export const NEWS_ABOUT_MEMBERS: { permission: Permission; actions: readonly string[] } = {
  permission: "members.read",
  actions: [
    "members.acceptInvitation",
    "members.grantRole",
    "members.revokeGrant",
    "members.removeMember",
    "members.updateWorkspace",
  ],
}
