import { z } from "zod"
import type { Scope, ScopeType } from "@/server/kernel/domain/grants"
import { kindSchema } from "./approval"
import type { ApprovalKind } from "./kinds"

/** "Decide for me": from one person to another, for some kinds, within a scope, for a time. */
export type Delegation = {
  id: string
  delegatorId: string
  delegateId: string
  /** Null: all kinds. */
  kinds: readonly ApprovalKind[] | null
  scopeType: ScopeType
  scopeId: string | null
  validFrom: string
  validUntil: string
  revokedAt: string | null
}

export type DelegationState = "upcoming" | "in force" | "ended" | "revoked"

type Span = Pick<Delegation, "validFrom" | "validUntil" | "revokedAt">

/** The first moment counts, the last does not. */
export function delegationState(delegation: Span, now: string): DelegationState {
  if (delegation.revokedAt !== null) return "revoked"
  if (delegation.validUntil <= now) return "ended"
  return delegation.validFrom <= now ? "in force" : "upcoming"
}

/** True when a delegation's scope holds the place; nothing narrower than the place ever does. */
export function scopeHolds(delegation: Pick<Delegation, "scopeType" | "scopeId">, scope: Scope): boolean {
  if (delegation.scopeType === "workspace") return true
  if (delegation.scopeType === "domain")
    return scope.type !== "workspace" && scope.domainId === delegation.scopeId
  return scope.type === "product" && scope.productId === delegation.scopeId
}

const DAYS = 24 * 3600 * 1000
/** Longer absences ask for a role, which is reviewed. */
export const LONGEST_DELEGATION_DAYS = 366

export const delegationSchema = z
  .object({
    delegateId: z.uuid(),
    kinds: z.array(kindSchema).min(1, "Choose a kind, or all of them").nullable(),
    scopeType: z.enum(["workspace", "domain", "product"]),
    scopeId: z.uuid().nullable(),
    validFrom: z.iso.datetime({ precision: 3, offset: false }),
    validUntil: z.iso.datetime({ precision: 3, offset: false }),
    reason: z.string().trim().min(1, "Say why, such as the dates of a leave").max(500),
  })
  .refine(({ scopeType, scopeId }) => (scopeType === "workspace") === (scopeId === null), {
    path: ["scopeId"],
    message: "Choose the domain or product",
  })
  .refine(({ validFrom, validUntil }) => validUntil > validFrom, {
    path: ["validUntil"],
    message: "The end comes after the beginning",
  })
  .refine(
    ({ validFrom, validUntil }) =>
      Date.parse(validUntil) - Date.parse(validFrom) <= LONGEST_DELEGATION_DAYS * DAYS,
    { path: ["validUntil"], message: "A delegation lasts a year at most" },
  )
