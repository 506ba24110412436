import { no, type Verdict, yes } from "@/server/kernel/domain/verdict"
import { type GrantView, grantState } from "./grant"

/**
 * Who may give and take access. Raising one's own access needs a second administrator; giving up one's own is free,
 * as it harms nobody, except for the last administrator, without whom nobody could let anybody in.
 */

type Standing = Pick<GrantView, "userId" | "role" | "scopeType" | "validFrom" | "validUntil">

/** True for a grant that keeps the workspace administrable: in force, everywhere, without an end. */
export function isLasting(grant: Standing, now: string): boolean {
  return (
    grant.role === "administrator" &&
    grant.scopeType === "workspace" &&
    grant.validUntil === null &&
    grantState(grant, now) === "in force"
  )
}

const LAST = "This is the last administrator without an end date; make somebody else administrator first"

/** `lasting`: the people who hold a lasting administrator grant, in this workspace, now. */
export function mayGrant(actorId: string, subjectId: string): Verdict {
  if (actorId === subjectId) return no("Nobody grants a role to themselves; ask another administrator")
  return yes
}

export function mayRevokeGrant(grant: Standing, lasting: readonly string[], now: string): Verdict {
  const others = lasting.filter((userId) => userId !== grant.userId)
  return isLasting(grant, now) && others.length === 0 ? no(LAST) : yes
}

export function mayRemoveMember(userId: string, lasting: readonly string[]): Verdict {
  const others = lasting.filter((other) => other !== userId)
  return lasting.includes(userId) && others.length === 0 ? no(LAST) : yes
}

/** `elsewhere`: whether the person belongs to a workspace that the actor does not administer. */
export function mayResetPassword(actorId: string, subjectId: string, elsewhere: boolean): Verdict {
  if (actorId === subjectId) return no("Change your own password on the page Account")
  if (elsewhere)
    return no(
      "This person also belongs to a workspace that you do not administer, so this is not yours to reset",
    )
  return yes
}
