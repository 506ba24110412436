import type { HeldGrant } from "@/server/kernel/domain/grants"
import { type Permission, type Role, roleHolds } from "@/server/kernel/domain/permissions"
import type { AccessRight } from "./request"
import type { LineFlag } from "./review"

const DAY_MS = 86_400_000
const INACTIVE_DAYS = 90
const SOON_DAYS = 14
const NEW_DAYS = 30
/** A reason shorter than this explains nothing. */
const SHORTEST_REASON = 10

/** Permissions that two people should hold: who writes or carries out, and who approves it. */
const APART: readonly (readonly [Permission, Permission])[] = [
  ["dpia.edit", "dpia.approve"],
  ["dod.check", "dod.waive"],
  ["strategy.edit", "strategy.fund"],
  ["access.execute", "access.approve"],
]

type PlacedGrant = HeldGrant & { id: string }

/** True when both hold somewhere at once. `domainOf` gives the domain of a product. */
function overlap(a: HeldGrant, b: HeldGrant, domainOf: (productId: string) => string | undefined): boolean {
  if (a.scopeType === "workspace" || b.scopeType === "workspace" || a.scopeId === b.scopeId) return true
  if (a.scopeType === b.scopeType) return false
  const [product, domain] = a.scopeType === "product" ? [a, b] : [b, a]
  return domainOf(product.scopeId ?? "") === domain.scopeId
}

/** A grant that gives one half of what should be apart while another grant of the person gives the other half. */
export function combines(
  grant: PlacedGrant,
  held: readonly PlacedGrant[],
  domainOf: (productId: string) => string | undefined,
): boolean {
  const carries = (role: Role, permission: Permission) => roleHolds(role, permission)
  return APART.some(([write, approve]) => {
    const [writes, approves] = [carries(grant.role, write), carries(grant.role, approve)]
    if (writes === approves) return false
    const missing = writes ? approve : write
    return held.some(
      (other) => other.id !== grant.id && carries(other.role, missing) && overlap(grant, other, domainOf),
    )
  })
}

type Facts = {
  since: string
  until: string | null
  justification: string
  lastVisitAt: string | null
  joinedAt: string
  privileged: boolean
  combination: boolean
}

/** What a reviewer should look at, from the facts at the moment of the snapshot. */
export function flagsOf(facts: Facts, now: string): LineFlag[] {
  const days = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / DAY_MS
  const flags: [LineFlag, boolean][] = [
    ["privileged", facts.privileged],
    ["combination", facts.combination],
    ["inactive", days(facts.lastVisitAt ?? facts.joinedAt, now) >= INACTIVE_DAYS],
    ["expires_soon", facts.until !== null && days(now, facts.until) <= SOON_DAYS],
    ["no_justification", facts.justification.trim().length < SHORTEST_REASON],
    ["new", days(facts.since, now) <= NEW_DAYS],
  ]
  return flags.filter(([, raised]) => raised).map(([flag]) => flag)
}

export const isPrivilegedRole = (role: Role) => roleHolds(role, "members.manage")
export const isPrivilegedAccess = (rights: readonly AccessRight[]) => rights.some((right) => right !== "read")

/** The first who may review and is not the subject: those who answer for the place, the lead, the deputy. */
export function chooseReviewer(
  subjectId: string,
  answerable: readonly string[],
  { leadId, deputyId }: { leadId: string; deputyId: string },
): string {
  return [...answerable, leadId].find((id) => id !== subjectId) ?? deputyId
}

/** To whom a reviewer hands a line on: the lead, else the deputy; undefined when nobody is left. */
export function escalationTo(
  line: { subjectId: string; reviewerId: string },
  { leadId, deputyId }: { leadId: string; deputyId: string },
): string | undefined {
  if (line.reviewerId === deputyId) return undefined
  return [leadId, deputyId].find((id) => id !== line.subjectId && id !== line.reviewerId)
}
