import { createHash } from "node:crypto"
import { sql } from "drizzle-orm"
import { getToken } from "next-auth/jwt"
import type { Db } from "@/db/client"
import type { Caller } from "./context"
import { anonymous } from "./context"
import { rowsOf } from "./database"
import type { HeldGrant } from "./domain/grants"
import type { Permission } from "./domain/permissions"
import { PlumblineError } from "./errors"

/** Prefix of every API token, so that people and secret scanners recognise one. */
export const TOKEN_PREFIX = "plb_"

/** What is stored of a token or a one-time link: SHA-256 in hex. The secrets are random, so no salt is needed. */
export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex")
}

const grantsInForce = (workspace: ReturnType<typeof sql>, user: ReturnType<typeof sql>, now: string) => sql`
  coalesce((select json_agg(json_build_object('role', g.role, 'scopeType', g.scope_type, 'scopeId', g.scope_id))
    from grants g where g.workspace_id = ${workspace} and g.user_id = ${user} and g.revoked_at is null
      and g.valid_from <= ${now} and (g.valid_until is null or g.valid_until > ${now})), '[]'::json)`

type PersonRow = { user_id: string; user_name: string; user_email: string }
type WorkspaceRow = {
  workspace_id: string | null
  workspace_slug: string
  workspace_name: string
  grants: HeldGrant[]
}
type SessionRow = PersonRow & WorkspaceRow & { session_id: string; stale: boolean }
type TokenRow = PersonRow &
  WorkspaceRow & { token_id: string; token_name: string; permissions: Permission[]; stale: boolean }

function member(row: PersonRow & WorkspaceRow): Pick<Caller, "user" | "workspace" | "grants"> {
  return {
    user: { id: row.user_id, name: row.user_name, email: row.user_email },
    workspace:
      row.workspace_id === null
        ? null
        : { id: row.workspace_id, slug: row.workspace_slug, name: row.workspace_name },
    grants: row.workspace_id === null ? [] : row.grants,
  }
}

/** The session id inside next-auth's encrypted cookie, or undefined. */
export async function sessionIdFromCookie(headers: Headers, secret: string): Promise<string | undefined> {
  const cookies = headers.get("cookie") ?? ""
  if (!cookies.includes("authjs.session-token")) return undefined
  const token = await getToken({
    req: { headers },
    secret,
    secureCookie: cookies.includes("__Secure-authjs"),
  })
  return typeof token?.sid === "string" ? token.sid : undefined
}

/** Who a browser session belongs to; anonymous when it is revoked, expired or unknown. */
export async function callerFromSession(
  db: Db,
  sessionId: string,
  workspaceSlug: string | undefined,
  now: string,
): Promise<Caller> {
  const [row] = await rowsOf<SessionRow>(
    db,
    sql`select s.id as session_id, s.last_seen_at < ${now}::timestamptz - interval '5 minutes' as stale,
        u.id as user_id, u.name as user_name, u.email as user_email,
        w.id as workspace_id, w.slug as workspace_slug, w.name as workspace_name,
        ${grantsInForce(sql`w.id`, sql`u.id`, now)} as grants
      from sessions s join users u on u.id = s.user_id
      left join (workspaces w join memberships m on m.workspace_id = w.id and m.left_at is null)
        on w.slug = ${workspaceSlug ?? null} and m.user_id = u.id
      where s.id = ${sessionId} and s.revoked_at is null and s.expires_at > ${now}`,
  )
  if (!row) return anonymous
  if (row.stale) await db.execute(sql`update sessions set last_seen_at = ${now} where id = ${sessionId}`)
  const actor: Caller["actor"] = { type: "user", id: row.user_id, name: row.user_name }
  return { ...member(row), actor, sessionId: row.session_id, limitedTo: null }
}

/**
 * Who an API token acts for. Revocation and expiry take effect at the next call.
 * @throws UNAUTHENTICATED when the token is unknown, revoked or expired, or its owner has left.
 */
export async function callerFromToken(db: Db, token: string, now: string): Promise<Caller> {
  const [row] = await rowsOf<TokenRow>(
    db,
    sql`select t.id as token_id, t.name as token_name, t.permissions,
        t.last_used_at is null or t.last_used_at < ${now}::timestamptz - interval '1 minute' as stale,
        u.id as user_id, u.name as user_name, u.email as user_email,
        w.id as workspace_id, w.slug as workspace_slug, w.name as workspace_name,
        ${grantsInForce(sql`w.id`, sql`u.id`, now)} as grants
      from api_tokens t join users u on u.id = t.user_id join workspaces w on w.id = t.workspace_id
      join memberships m on m.workspace_id = w.id and m.user_id = u.id and m.left_at is null
      where t.token_hash = ${hashSecret(token)} and t.revoked_at is null and t.expires_at > ${now}`,
  )
  if (!row)
    throw new PlumblineError("UNAUTHENTICATED", "The API token is not valid: unknown, revoked or expired")
  if (row.stale) {
    await db.execute(sql`update api_tokens set last_used_at = ${now} where token_hash = ${hashSecret(token)}`)
  }
  const actor: Caller["actor"] = {
    type: "token",
    id: row.token_id,
    name: row.token_name,
    onBehalfOf: { id: row.user_id, name: row.user_name },
  }
  return { ...member(row), actor, sessionId: null, limitedTo: row.permissions }
}
