import { type HeldGrant, holds, type Scope } from "@/server/kernel/domain/grants"
import type { ScopedPermission } from "@/server/kernel/domain/permissions"
import { no, type Verdict, yes } from "@/server/kernel/domain/verdict"
import { type ApprovalState, type ContributorPart, hasEnded, type SignatureMeaning } from "./approval"
import { type Delegation, delegationState, scopeHolds } from "./delegation"
import { APPROVAL_KINDS, type ApprovalKind } from "./kinds"

/** A person, as far as deciding is concerned. */
export type Decider = {
  id: string
  name: string
  grants: readonly HeldGrant[]
  /** A member of the workspace at this moment. */
  present: boolean
}

export type DecidableRequest = {
  kind: ApprovalKind
  state: ApprovalState
  subjectVersion: number
  outdatedBy: number | null
  endsAt: string | null
  scope: Scope
  requestedBy: string
  contributors: readonly { userId: string; part: ContributorPart }[]
  /** Who approved so far: the signer, and the person they acted for. */
  approvals: readonly { signerId: string; onBehalfOfId: string | null }[]
}

export type Decision = {
  request: DecidableRequest
  meaning: SignatureMeaning
  actorType: "user" | "token" | "system" | "anonymous"
  signer: Decider
  /** Set when the signer acts for somebody. */
  delegation: (Delegation & { delegator: Decider }) | null
  now: string
}

export const TOKEN_CANNOT_SIGN =
  "An API token cannot sign: signing needs the person to prove again who they are. Decide in the browser"

/** The permission that a signature of this meaning needs. */
export function permissionFor(kind: ApprovalKind, meaning: SignatureMeaning): ScopedPermission {
  return meaning === "review" ? "approvals.review" : APPROVAL_KINDS[kind].permission
}

/** The grant that gives the right; the first that does. Undefined: none. */
export function carryingGrant(
  grants: readonly HeldGrant[],
  permission: ScopedPermission,
  scope: Scope,
): HeldGrant | undefined {
  return grants.find((grant) => holds([grant], permission, scope))
}

/** Why a request can no longer be decided; undefined while it can. */
export function closedReason(
  request: Pick<DecidableRequest, "state" | "subjectVersion" | "outdatedBy" | "endsAt">,
  now: string,
): string | undefined {
  const { state, subjectVersion, outdatedBy } = request
  const waits = state === "open" || state === "changes_requested"
  if (waits && hasEnded(request, now))
    return "What was asked for has ended meanwhile; ask again for a later date"
  if (state === "open") return undefined
  if (state === "outdated") {
    return outdatedBy === null || outdatedBy === subjectVersion
      ? "This request was replaced by a newer one"
      : `v${subjectVersion} was changed; the current version is v${outdatedBy}`
  }
  if (state === "changes_requested") return "Changes were requested; ask again once they are made"
  return `This request was ${state} already`
}

const OWN_WORK: Record<ContributorPart, string> = {
  requester: "Whoever asks for an approval cannot give it",
  author: "Authors cannot approve their own work",
  editor: "Whoever changed this version cannot approve it",
}

const AT_WORK: Record<ContributorPart, string> = {
  requester: "asked for this approval",
  author: "is an author of this version",
  editor: "changed this version",
}

/** The person's part in the work, the closest one first. */
export function partOf(
  request: Pick<DecidableRequest, "contributors" | "requestedBy">,
  userId: string,
): ContributorPart | undefined {
  const parts = request.contributors.filter((one) => one.userId === userId).map(({ part }) => part)
  if (parts.includes("author")) return "author"
  if (parts.includes("editor")) return "editor"
  return parts.includes("requester") || request.requestedBy === userId ? "requester" : undefined
}

const spent = (request: DecidableRequest, userId: string) =>
  request.approvals.some(({ signerId, onBehalfOfId }) => signerId === userId || onBehalfOfId === userId)

function mayActFor(decision: Decision, delegation: NonNullable<Decision["delegation"]>): Verdict {
  const { request, meaning, signer, now } = decision
  const { delegator } = delegation
  if (meaning === "review") return no("A review is signed for oneself")
  if (delegation.delegateId !== signer.id) return no("This delegation is not yours")
  const state = delegationState(delegation, now)
  if (state === "revoked") return no(`${delegator.name} revoked the delegation`)
  if (state === "ended") return no(`The delegation of ${delegator.name} has ended`)
  if (state === "upcoming") return no(`The delegation of ${delegator.name} has not begun`)
  if (delegation.kinds !== null && !delegation.kinds.includes(request.kind))
    return no(`The delegation of ${delegator.name} is not for this kind`)
  if (!scopeHolds(delegation, request.scope))
    return no(`The delegation of ${delegator.name} is for another place`)
  if (!delegator.present) return no(`${delegator.name} is no longer a member, so nobody can act for them`)
  const part = partOf(request, delegator.id)
  if (part) return no(`${delegator.name} ${AT_WORK[part]}, so nobody can decide for them`)
  if (!holds(delegator.grants, permissionFor(request.kind, meaning), request.scope))
    return no(`${delegator.name} may not decide this, so nobody can for them`)
  if (meaning === "approval" && spent(request, delegator.id))
    return no(`${delegator.name} counts once, and has approved already`)
  return yes
}

/**
 * Whether somebody may sign, with the reason why not. Separation of duties: neither the signer nor the person they act
 * for has a part in the work, and every human counts once. A delegate acts with the delegator's present rights alone,
 * which are not passed on. The database holds the same by triggers.
 */
export function mayDecide(decision: Decision): Verdict {
  const { request, meaning, actorType, signer, delegation } = decision
  if (actorType !== "user") return no(TOKEN_CANNOT_SIGN)
  const closed = closedReason(request, decision.now)
  if (closed) return no(closed)
  if (!signer.present) return no("You are no longer a member of this workspace")
  const part = partOf(request, signer.id)
  if (part) return no(OWN_WORK[part])
  if (meaning === "approval" && spent(request, signer.id))
    return no("You have signed an approval of this already; everybody counts once")
  if (delegation) return mayActFor(decision, delegation)
  if (!holds(signer.grants, permissionFor(request.kind, meaning), request.scope))
    return no("Your roles do not include this decision here")
  return yes
}

/** A rejection and a request for changes say why. */
export const needsNote = (meaning: SignatureMeaning) => meaning === "rejection" || meaning === "changes"
