import { eq, sql } from "drizzle-orm"
import { z } from "zod"
import { approvalRequests } from "@/db/schema/approvals"
import { memberships, sessions } from "@/db/schema/members"
import { createDelegation } from "@/server/approvals/create-delegation"
import { decideApproval } from "@/server/approvals/decide-approval"
import type { SignatureMeaning } from "@/server/approvals/domain/approval"
import { outdateApprovals } from "@/server/approvals/outdate-approvals"
import { type Submission, submitForApproval } from "@/server/approvals/submit-for-approval"
import type { Ctx, OpCtx } from "@/server/kernel/context"
import { inTransaction, own } from "@/server/kernel/database"
import { WORKSPACE_SCOPE } from "@/server/kernel/domain/grants"
import { newId } from "@/server/kernel/domain/id"
import { command } from "@/server/kernel/operation"
import { NOW, type World } from "@/tests/support/world"

export type Person = Ctx & { userId: string }

/** A workspace with somebody who asks for approval and two who may give it. */
export async function beginApprovals(world: World) {
  const workspace = await world.workspace()
  const author = await workspace.member("product_owner")
  const officer = await workspace.member("privacy_officer")
  const second = await workspace.member("privacy_officer")
  return { workspace, author, officer, second }
}

/** A feature's command around one of our plain functions: what stands above approvals does the same. */
export function within<T>(ctx: Ctx, work: (inner: OpCtx) => Promise<T>): Promise<T> {
  const run = command("testing.within", {
    permission: "approvals.read",
    at: () => WORKSPACE_SCOPE,
    input: z.object({}),
    run: work,
  })
  return run(ctx, {})
}

export const submission = (more: Partial<Submission> = {}): Submission => ({
  kind: "dpia",
  subjectId: newId(),
  version: 1,
  name: "Route planning",
  path: "/privacy/assessments/DPIA-1",
  scope: WORKSPACE_SCOPE,
  content: { title: "Route planning", risks: [{ name: "Disclosure", severity: 3 }] },
  statement: "I have examined this assessment and accept the risks that remain.",
  contributors: [],
  ...more,
})

export const submit = (ctx: Ctx, more: Partial<Submission> = {}) =>
  within(ctx, (inner) => submitForApproval(inner, submission(more)))

export const edit = (ctx: Ctx, subjectId: string, version: number, kind: Submission["kind"] = "dpia") =>
  within(ctx, (inner) => outdateApprovals(inner, { kind, subjectId, version }))

type Confirmed = { at?: string | null; askedAt?: string; by?: "password" | "oidc"; purpose?: string }

/** The person in a session in which they have just confirmed who they are for the request. */
export async function confirmed<T extends Person>(
  world: World,
  person: T,
  requestId: string,
  { at = person.clock(), askedAt = person.clock(), by = "password", purpose = requestId }: Confirmed = {},
): Promise<T> {
  const sessionId = newId()
  const times = { createdAt: NOW, lastSeenAt: NOW, expiresAt: "2099-12-31T23:59:59.999Z" }
  const proof = { confirmFor: purpose, confirmAskedAt: askedAt, confirmedBy: by, confirmedAt: at }
  await world.open.db
    .insert(sessions)
    .values({ id: sessionId, userId: person.userId, method: by, ...times, ...proof })
  return { ...person, caller: { ...person.caller, sessionId } }
}

export async function hashOf(world: World, workspaceId: string, requestId: string): Promise<string> {
  const row = await rowOf(world, workspaceId, requestId)
  return row.contentSha256
}

export async function rowOf(world: World, workspaceId: string, requestId: string) {
  const [row] = await inTransaction(world.open, workspaceId, "read", (db) =>
    db
      .select()
      .from(approvalRequests)
      .where(own({ workspaceId }, approvalRequests, sql`${approvalRequests.id} = ${requestId}`)),
  )
  return row!
}

type Signing = { note?: string; delegationId?: string; hash?: string }

/** Confirms and signs. */
export async function decide(
  world: World,
  person: Person,
  requestId: string,
  meaning: SignatureMeaning = "approval",
  { note = "Looks right", delegationId, hash }: Signing = {},
) {
  const contentSha256 = hash ?? (await hashOf(world, person.caller.workspace!.id, requestId))
  const ctx = await confirmed(world, person, requestId)
  return decideApproval(ctx, { requestId, meaning, contentSha256, note, delegationId: delegationId ?? null })
}

/** The same person at another time. */
export const at = <T extends Person>(person: T, now: string): T => ({ ...person, clock: () => now })

export const minutes = (count: number) => new Date(Date.parse(NOW) + count * 60_000).toISOString()

type Delegated = Partial<Parameters<typeof createDelegation>[1]>

/** Lets one person decide everything for another, for an hour unless told otherwise. */
export const delegate = (from: Ctx, to: Person, more: Delegated = {}) =>
  createDelegation(from, {
    delegateId: to.userId,
    kinds: null,
    scopeType: "workspace",
    scopeId: null,
    validFrom: NOW,
    validUntil: minutes(60),
    reason: "Leave",
    ...more,
  })

/** Ends the membership, past the operation that would do more. */
export const leave = (world: World, person: Person, leftAt = NOW) => {
  const workspaceId = person.caller.workspace!.id
  return inTransaction(world.open, workspaceId, "write", (db) =>
    db
      .update(memberships)
      .set({ leftAt })
      .where(own({ workspaceId }, memberships, eq(memberships.userId, person.userId))),
  )
}
