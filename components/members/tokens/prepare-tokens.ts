import type { State } from "@/components/ui/icon"
import { PERMISSIONS, type Permission } from "@/server/kernel/domain/permissions"

export type TokenRow = {
  id: string
  name: string
  hint: string
  permissions: Permission[]
  owner: { id: string; name: string }
  createdAt: string
  expiresAt: string
  lastUsedAt: string | null
  revokedAt: string | null
}

const SOON_DAYS = 14

/** The state of a token as a word with its shape. */
export function tokenState(token: TokenRow, now: string): { state: State; word: string; works: boolean } {
  if (token.revokedAt) return { state: "unknown", word: "Revoked", works: false }
  if (token.expiresAt <= now) return { state: "unknown", word: "Expired", works: false }
  const days = (Date.parse(token.expiresAt) - Date.parse(now)) / 86_400_000
  if (days <= SOON_DAYS) return { state: "warning", word: "Expires soon", works: true }
  return { state: "good", word: "Works", works: true }
}

/** "See backlog items, Import items and 3 more". */
export function permissionWords(permissions: readonly Permission[]): string {
  const labels = permissions.map((permission) => PERMISSIONS[permission]?.label ?? permission)
  return labels.length <= 3
    ? labels.join(", ")
    : `${labels.slice(0, 2).join(", ")} and ${labels.length - 2} more`
}

/** Tokens that work first, each part newest first, as the server sorts them. */
export function sortTokens(tokens: readonly TokenRow[], now: string): TokenRow[] {
  const { works = [], ended = [] } = Object.groupBy(tokens, (token) =>
    tokenState(token, now).works ? "works" : "ended",
  )
  return [...works, ...ended]
}

/** "2 tokens work", "No token of yours works". */
export function tokensState(working: number, everybody: boolean): string {
  const whose = everybody ? "" : " of yours"
  if (working === 0) return `No token${whose} works`
  return working === 1 ? `1 token${whose} works` : `${working} tokens${whose} work`
}
