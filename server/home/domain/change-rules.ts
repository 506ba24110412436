import type { Permission, ScopedPermission } from "@/server/kernel/domain/permissions"

/** Features whose changes are news for everybody who may read them. */
export const NEWS_FEATURES: readonly { feature: string; permission: ScopedPermission }[] = [
  { feature: "products", permission: "products.read" },
  { feature: "backlog", permission: "backlog.read" },
  { feature: "scoring", permission: "scoring.read" },
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
