import type { HeldGrant } from "@/server/kernel/domain/grants"
import { ALL_PERMISSIONS, PERMISSIONS, type Permission, roleHolds } from "@/server/kernel/domain/permissions"

export type PermissionAccess = {
  permission: Permission
  /** Ids of the grants that carry it; empty: not allowed anywhere. */
  grantIds: string[]
  /** Grants whose role carries it, but whose domain or product is too narrow for it. */
  tooNarrow: string[]
}

/** Why a person may do what they may: for every permission the grants that carry it. `grants` are those in force. */
export function explainPermissions(grants: readonly (HeldGrant & { id: string })[]): PermissionAccess[] {
  return ALL_PERMISSIONS.map((permission) => {
    const carrying = grants.filter((grant) => roleHolds(grant.role, permission))
    const narrow = (grant: HeldGrant) =>
      PERMISSIONS[permission].scope === "workspace" && grant.scopeType !== "workspace"
    return {
      permission,
      grantIds: carrying.filter((grant) => !narrow(grant)).map((grant) => grant.id),
      tooNarrow: carrying.filter(narrow).map((grant) => grant.id),
    }
  })
}
