import { z } from "zod"
import { emailAddress } from "./account"
import { placedRole } from "./grant"

/** Days that an invitation's link works. */
export const INVITATION_DAYS = 7
/** Hours that the link of a password reset works. */
export const RESET_HOURS = 24

export const inviteFields = z.intersection(z.object({ email: emailAddress }), placedRole)

/** The secret part of a one-time link. */
export const linkToken = z.string().min(20).max(100)

export type LinkState = "open" | "used" | "revoked" | "expired"

type Link = { expiresAt: string; usedAt: string | null; revokedAt?: string | null }

export function linkState(link: Link, now: string): LinkState {
  if (link.usedAt) return "used"
  if (link.revokedAt) return "revoked"
  return link.expiresAt <= now ? "expired" : "open"
}
