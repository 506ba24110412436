import { createToken } from "@/server/members/create-token"
import { ADDS, invalid, missing, quiet, type Scene, type Unchanged } from "./scene"

const reason = "Test"

export const UNCHANGED_MEMBERS: Unchanged = {
  "audit.createCheckpoint": "signs what the trail holds now; when it has not grown, see tests/server/audit",
  "audit.exportTrail": "each reading of the trail is recorded",
  "audit.recordRead": "each reading of the trail is recorded",
  "members.createPasswordReset": ADDS,
  "members.createToken": ADDS,
  "members.grantRole": invalid((s) => ({
    userId: s.ids.userId,
    role: "stakeholder",
    scopeType: "workspace",
    scopeId: null,
    reason,
  })),
  "members.inviteMember": "makes a new link, and the earlier one ends",
  "members.revokeInvitation": missing((s) => ({ id: s.ids.invitationId })),
  "members.revokeToken": missing(
    (_, { id }) => ({ id }),
    (s: Scene) => createToken(s.ctx, { name: "To revoke", permissions: ["backlog.read"], expiresInDays: 1 }),
  ),
  "members.updateWorkspace": quiet(async (s) => ({
    name: "Test workspace",
    itemPrefix: "WS",
    version: await s.version("workspaces", s.ctx.caller.workspace!.id),
  })),
  "members.revokeGrant": missing((s) => ({ grantId: s.ids.grantId, reason })),
  "members.removeMember": missing((s) => ({ userId: s.ids.userId, reason })),
  "products.createDomain": ADDS,
  "products.createProduct": ADDS,
  "products.updateDomain": quiet(async (s) => ({
    id: s.ids.domainId,
    version: await s.version("domains", s.ids.domainId),
    changes: { name: "Domain again", ownerId: s.ctx.userId },
  })),
  "products.updateProduct": quiet(async (s) => ({
    id: s.ids.productId,
    version: await s.version("products", s.ids.productId),
    changes: { question: "Which one?", ownerId: s.ctx.userId },
    reason,
  })),
}
