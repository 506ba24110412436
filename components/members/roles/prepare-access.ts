import { ALL_PERMISSIONS, type Permission, ROLE_LABELS } from "@/server/kernel/domain/permissions"
import type { PermissionAccess } from "@/server/members/domain/access"
import { type GrantView, placeWords } from "@/server/members/domain/grant"

export type PersonAccess = { id: string; name: string; grants: GrantView[]; access: PermissionAccess[] }

const HEADINGS: Record<string, string> = {
  members: "Members",
  tokens: "API tokens",
  settings: "Settings",
  audit: "Audit trail",
  products: "Products",
  domains: "Domains",
  backlog: "Backlog",
  scoring: "Scoring",
}

export type PermissionGroup = { heading: string; permissions: Permission[] }

/** The permissions by the part of the product they belong to, in the order in which they are declared. */
export function permissionGroups(): PermissionGroup[] {
  const groups = Map.groupBy(ALL_PERMISSIONS, (permission) => permission.split(".")[0] ?? "")
  return [...groups].map(([part, permissions]) => ({
    heading: HEADINGS[part] ?? part.charAt(0).toUpperCase() + part.slice(1),
    permissions,
  }))
}

export type Why = { id: string; where: string; as: string; grant: GrantView }

/** Where a person holds a permission and by which grants; empty when nowhere. */
export function whyAllowed(person: PersonAccess, permission: Permission): Why[] {
  const row = person.access.find((access) => access.permission === permission)
  return (row?.grantIds ?? []).flatMap((id) => {
    const grant = person.grants.find((held) => held.id === id)
    if (!grant) return []
    return [{ id, where: placeWords(grant.scopeType, grant.scopeName), as: ROLE_LABELS[grant.role], grant }]
  })
}

/** Why a role that would carry the permission does not: it was granted for a part, and this needs the whole. */
export function whyNot(person: PersonAccess, permission: Permission): string {
  const narrow = person.access.find((access) => access.permission === permission)?.tooNarrow ?? []
  const roles = person.grants.filter(({ id }) => narrow.includes(id)).map(({ role }) => ROLE_LABELS[role])
  if (roles.length === 0) return "No role carries it"
  return `${[...new Set(roles)].join(" and ")} would, in the whole workspace; here it is granted for a part only`
}
