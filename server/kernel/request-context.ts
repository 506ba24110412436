import { database } from "@/db/client"
import type { Caller, Ctx, RequestFacts } from "./context"
import { anonymous } from "./context"
import { asUnavailable, PlumblineError } from "./errors"
import { authSecret } from "./secrets"
import { callerFromSession, callerFromToken, sessionIdFromCookie, TOKEN_PREFIX } from "./session"

export const systemClock = () => new Date().toISOString()

/** Header in which the browser says which workspace its call is about. A token knows its own. */
export const WORKSPACE_HEADER = "x-plumbline-workspace"

function factsOf(headers: Headers): RequestFacts {
  return {
    requestId: headers.get("x-request-id") ?? crypto.randomUUID(),
    ip: headers.get("x-plumbline-ip") ?? undefined,
    userAgent: headers.get("user-agent")?.slice(0, 300) ?? undefined,
  }
}

async function callerOf(headers: Headers, workspaceSlug: string | undefined): Promise<Caller> {
  const authorization = headers.get("authorization")
  const open = await database()
  if (authorization) {
    const token = authorization.replace(/^Bearer\s+/i, "")
    if (!token.startsWith(TOKEN_PREFIX)) {
      throw new PlumblineError("UNAUTHENTICATED", "Send an API token as `Authorization: Bearer plb_…`")
    }
    return callerFromToken(open.db, token, systemClock())
  }
  const sessionId = await sessionIdFromCookie(headers, authSecret())
  return sessionId ? callerFromSession(open.db, sessionId, workspaceSlug, systemClock()) : anonymous
}

/** The context of one HTTP request: who calls (by session cookie or API token), in which workspace, from where. */
export async function contextFromHeaders(headers: Headers, workspaceSlug?: string): Promise<Ctx> {
  try {
    const caller = await callerOf(headers, workspaceSlug ?? headers.get(WORKSPACE_HEADER) ?? undefined)
    return { caller, request: factsOf(headers), clock: systemClock, database }
  } catch (error) {
    throw asUnavailable(error)
  }
}
