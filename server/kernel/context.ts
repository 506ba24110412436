import type { SQL } from "drizzle-orm"
import type { Db, OpenDatabase } from "@/db/client"
import type { AuditTarget } from "./domain/audit-event"
import type { HeldGrant, Reach, Scope } from "./domain/grants"
import type { Permission } from "./domain/permissions"

export type Actor = {
  type: "user" | "token" | "system" | "anonymous"
  id: string
  name: string
  /** The human behind a token. */
  onBehalfOf?: { id: string; name: string }
}

/** Who is calling, found out before any operation. */
export type Caller = {
  actor: Actor
  /** The human behind the call; null for anonymous and system calls. */
  user: { id: string; name: string; email: string } | null
  sessionId: string | null
  /** The workspace of the call, membership already verified; null outside a workspace. */
  workspace: { id: string; slug: string; name: string } | null
  grants: HeldGrant[]
  /** An API token's own limit; null means everything that the grants allow. */
  limitedTo: Permission[] | null
}

export type RequestFacts = { requestId: string; ip?: string; userAgent?: string }

/** What an adapter (router, page, job, seed, CLI) hands to an operation. */
export type Ctx = {
  caller: Caller
  request: RequestFacts
  /** The current time, ISO 8601 UTC with milliseconds. */
  clock: () => string
  database: () => Promise<OpenDatabase>
}

export type RecordedFact = {
  targets: AuditTarget[]
  /** One plain sentence in the past tense without the actor: "Moved FUL-12 to Doing". */
  summary: string
  before?: unknown
  after?: unknown
  reason?: string
}

/** What `run` gets: the transaction shadows the connection, so nothing can be done outside it. */
export type OpCtx = Ctx & {
  db: Db
  workspaceId: string
  /** The human who acts; operations that need one are not called by the system. */
  userId: string
  /** One time for the whole operation. */
  now: string
  /** Adds a fact to the audit trail, in this transaction. */
  record: (fact: RecordedFact) => void
  /** Sends a last statement without waiting for it: it travels together with the audit record. The command waits for both. */
  send: (statement: SQL) => void
  /** @throws FORBIDDEN unless the caller holds the permission there. */
  require: (permission: Permission, scope: Scope) => void
  /** Where in the workspace the caller holds the permission: limits the rows of a list. */
  reach: (permission: Permission) => Reach
}

export const anonymous: Caller = {
  actor: { type: "anonymous", id: "anonymous", name: "Anonymous" },
  user: null,
  sessionId: null,
  workspace: null,
  grants: [],
  limitedTo: null,
}
