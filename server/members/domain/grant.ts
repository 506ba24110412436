import { z } from "zod"
import type { ScopeType } from "@/server/kernel/domain/grants"
import { ROLE_LABELS, ROLES, type Role } from "@/server/kernel/domain/permissions"

export const reason = z
  .string()
  .trim()
  .min(3, "Write the reason, at least 3 characters. It is recorded.")
  .max(500, "A reason has at most 500 characters")

const role = z.enum(ROLES, "Choose a role")
const instant = z.iso.datetime({ precision: 3, message: "Give a time in UTC with milliseconds" })

/** Where a role is granted. `scopeId` names the domain or product and is null for the whole workspace. */
const scopeShape = {
  scopeType: z.enum(["workspace", "domain", "product"], "Choose where the role holds"),
  scopeId: z.uuid("Choose the domain or product").nullable(),
}

type Placed = { role: Role; scopeType: ScopeType; scopeId: string | null }

function checkPlace(value: Placed, ctx: z.RefinementCtx): void {
  const problem = (path: string, message: string) => ctx.addIssue({ code: "custom", path: [path], message })
  const wide = value.scopeType === "workspace"
  if (!wide && value.scopeId === null) problem("scopeId", `Choose the ${value.scopeType}`)
  if (wide && value.scopeId !== null)
    problem("scopeId", "A role in the whole workspace names no domain or product")
  if (!wide && value.role === "administrator") {
    problem(
      "scopeType",
      "An administrator administers the whole workspace; choose another role for a part of it",
    )
  }
}

/** What is granted where: the part that an invitation and a grant share. */
export const placedRole = z.object({ role, ...scopeShape, reason }).superRefine(checkPlace)

/** A grant as it is asked for. Without `validFrom` it holds at once; without `validUntil` it has no end. */
export const grantFields = z
  .object({
    userId: z.uuid("Choose a member"),
    role,
    ...scopeShape,
    reason,
    validFrom: instant.optional(),
    validUntil: instant.nullable().default(null),
  })
  .superRefine((value, ctx) => {
    checkPlace(value, ctx)
    if (value.validUntil !== null && value.validFrom !== undefined && value.validUntil <= value.validFrom) {
      ctx.addIssue({ code: "custom", path: ["validUntil"], message: "The end lies before the beginning" })
    }
  })

export type GrantState = "in force" | "upcoming" | "expired"

/** A grant that was not revoked, as lists and explanations show it. Times are ISO 8601 UTC. */
export type GrantView = {
  id: string
  userId: string
  role: Role
  scopeType: ScopeType
  scopeId: string | null
  /** Name of the domain or product; null for the whole workspace. */
  scopeName: string | null
  validFrom: string
  validUntil: string | null
  reason: string
  grantedBy: { id: string; name: string }
  grantedAt: string
}

export function grantState(grant: { validFrom: string; validUntil: string | null }, now: string): GrantState {
  if (grant.validFrom > now) return "upcoming"
  return grant.validUntil !== null && grant.validUntil <= now ? "expired" : "in force"
}

/** "in the whole workspace", "in the domain Fulfilment", "for the product Delivery promise". */
export function placeWords(scopeType: ScopeType, scopeName: string | null): string {
  if (scopeType === "workspace") return "in the whole workspace"
  return scopeType === "domain" ? `in the domain ${scopeName}` : `for the product ${scopeName}`
}

/** "Product owner in the domain Fulfilment". */
export function grantWords(grant: { role: Role; scopeType: ScopeType; scopeName: string | null }): string {
  return `${ROLE_LABELS[grant.role]} ${placeWords(grant.scopeType, grant.scopeName)}`
}
