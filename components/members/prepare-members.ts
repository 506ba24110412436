import { ROLE_LABELS } from "@/server/kernel/domain/permissions"
import { type GrantView, grantState } from "@/server/members/domain/grant"
import { isLasting } from "@/server/members/domain/grant-rules"

export type MemberRow = {
  id: string
  name: string
  email: string
  joinedAt: string
  lastVisitAt: string | null
  grants: GrantView[]
}

/** Members whose name, e-mail, role or place holds every word that was typed. */
export function matchingMembers(members: readonly MemberRow[], typed: string): MemberRow[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  return members.filter((member) => {
    const places = member.grants.map((grant) => `${ROLE_LABELS[grant.role]} ${grant.scopeName ?? ""}`)
    const text = [member.name, member.email, ...places].join(" ").toLowerCase()
    return words.every((word) => text.includes(word))
  })
}

/** The people who keep the workspace administrable, as the server counts them. */
export function lastingAdministrators(members: readonly MemberRow[], now: string): string[] {
  return members.filter(({ grants }) => grants.some((grant) => isLasting(grant, now))).map(({ id }) => id)
}

/** "9 members, 1 without a role, 2 open invitations". */
export function membersState(members: readonly MemberRow[], invitations: number, now: string): string {
  const without = members.filter(
    ({ grants }) => !grants.some((grant) => grantState(grant, now) === "in force"),
  )
  const parts = [
    `${members.length} ${members.length === 1 ? "member" : "members"}`,
    without.length > 0 ? `${without.length} without a role in force` : "",
    invitations > 0 ? `${invitations} open ${invitations === 1 ? "invitation" : "invitations"}` : "",
  ]
  return parts.filter(Boolean).join(", ")
}
