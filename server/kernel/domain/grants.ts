/** Where rights hold: grants of roles, the places they cover and how far they reach. */

import { PERMISSIONS, type Permission, type Role, roleHolds } from "./permissions"

export type ScopeType = "workspace" | "domain" | "product"

/** Where something happens. A product lies in a domain, a domain in the workspace. */
export type Scope =
  | { type: "workspace" }
  | { type: "domain"; domainId: string }
  | { type: "product"; productId: string; domainId: string }

export const WORKSPACE_SCOPE: Scope = { type: "workspace" }

/** A grant in force, as the permission check needs it. */
export type HeldGrant = { role: Role; scopeType: ScopeType; scopeId: string | null }

function reaches(grant: HeldGrant, scope: Scope): boolean {
  if (grant.scopeType === "workspace") return true
  if (grant.scopeType === "domain") return scope.type !== "workspace" && scope.domainId === grant.scopeId
  return scope.type === "product" && scope.productId === grant.scopeId
}

/** True when some grant carries the permission and its scope covers `scope`; with no scope: anywhere at all. */
export function holds(grants: readonly HeldGrant[], permission: Permission, scope?: Scope): boolean {
  const needsWorkspace = PERMISSIONS[permission].scope === "workspace"
  return grants.some(
    (grant) =>
      roleHolds(grant.role, permission) &&
      (!needsWorkspace || grant.scopeType === "workspace") &&
      (scope === undefined || reaches(grant, scope)),
  )
}

/** The part of the workspace in which a permission is held: everything, or some domains and products. */
export type Reach = "all" | { domainIds: string[]; productIds: string[] }

export function reachOf(grants: readonly HeldGrant[], permission: Permission): Reach {
  const carrying = grants.filter((grant) => roleHolds(grant.role, permission))
  if (carrying.some((grant) => grant.scopeType === "workspace")) return "all"
  const ids = (type: ScopeType) =>
    carrying.flatMap((grant) => (grant.scopeType === type && grant.scopeId ? [grant.scopeId] : []))
  return { domainIds: ids("domain"), productIds: ids("product") }
}
