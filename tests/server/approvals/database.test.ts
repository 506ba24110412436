import { type SQL, sql } from "drizzle-orm"
import { beforeAll, describe, expect, it } from "vitest"
import { approvalSignatures } from "@/db/schema/approvals"
import { sealText } from "@/server/approvals/domain/seal"
import { sha256 } from "@/server/approvals/internal/hash"
import { inTransaction, own, rowsOf } from "@/server/kernel/database"
import { newId } from "@/server/kernel/domain/id"
import { refusal, sqlAsApp } from "@/tests/support/sql-as-app"
import { openWorld, type TestWorkspace } from "@/tests/support/world"
import {
  beginApprovals,
  decide,
  delegate,
  hashOf,
  minutes,
  type Person,
  rowOf,
  submit,
} from "./approvals-world"
import { type Forged, forgery, forgeSignature } from "./forged-signature"

/** What the database itself refuses to SQL that runs as the app role, whatever the program does. */

const world = openWorld()

let workspace: TestWorkspace
let author: Person
let officer: Person
let second: Person

beforeAll(async () => {
  ;({ workspace, author, officer, second } = await beginApprovals(world))
})

const refused = (statement: SQL) => sqlAsApp(world, workspace, statement)

const forged = (requestId: string, more?: Forged) => forgeSignature(world, officer, requestId, more)

describe("a forged signature", () => {
  it("passes only when nothing is wrong with it", async () => {
    const { requestId } = await submit(author)
    expect(await forged(requestId)).toBe("accepted")
  })

  it("is refused for the requester, an author and an editor, and for whoever acts for one", async () => {
    const contributors = [
      { userId: officer.userId, part: "author" as const },
      { userId: second.userId, part: "editor" as const },
    ]
    const { requestId } = await submit(author, { contributors })
    for (const { userId } of [author, officer, second]) {
      expect(await forged(requestId, { signerId: userId })).toContain("Nobody signs their own work")
    }
    const outsider = await workspace.member("privacy_officer")
    const { id } = await delegate(officer, outsider)
    const acting = { signerId: outsider.userId, delegationId: id, onBehalfOfName: "O" }
    expect(await forged(requestId, { ...acting, onBehalfOfId: officer.userId })).toContain(
      "or work of the person they act for",
    )
  })

  it("is refused without a delegation that covers it, and when somebody would count twice", async () => {
    const { requestId } = await submit(author, { required: 2 })
    const wrong = await delegate(officer, second, { kinds: ["screening"] })
    const right = await delegate(officer, second)
    const acting = (delegationId: string) => ({
      signerId: second.userId,
      delegationId,
      onBehalfOfId: officer.userId,
      onBehalfOfName: "O",
    })
    expect(await forged(requestId, acting(wrong.id))).toContain("No delegation in force")
    expect(await forged(requestId, { onBehalfOfId: second.userId })).toContain("approval_signatures_acting")
    expect(await forged(requestId, acting(right.id))).toBe("accepted")
    expect(await forged(requestId)).toContain("Everybody counts once")
    expect(await forged(requestId, { signerId: second.userId })).toContain("Everybody counts once")
  })

  it("is refused for another content, a closed request, a stale confirmation and a stranger", async () => {
    const { requestId } = await submit(author)
    expect(await forged(requestId, { contentSha256: "0".repeat(64) })).toContain("another content")
    expect(await forged(requestId, { contentVersion: 2 })).toContain("another content")
    expect(await forged(requestId, { authTime: minutes(-6) })).toContain("too long ago")
    expect(await forged(requestId, { authTime: minutes(1) })).toContain("approval_signatures_times")
    expect(await forged(requestId, { signedAt: "2026-10-13 07:40:00.000" })).toContain(
      "approval_signatures_times",
    )
    const stranger = await (await world.workspace()).member("privacy_officer")
    expect(await forged(requestId, { signerId: stranger.userId })).toContain("Only present members sign")
    await decide(world, officer, requestId)
    expect(await forged(requestId, { signerId: second.userId })).toContain("Only an open request")
  })

  it("is refused from the instant at which what was asked for ends", async () => {
    const { requestId } = await submit(author, { required: 2, endsAt: minutes(3) })
    const signedAt = minutes(3)
    expect(await forged(requestId, { signedAt })).toContain("has ended")
    expect(await forged(requestId, { signedAt: signedAt.replace("43:00.000", "42:59.999") })).toBe("accepted")
  })

  it("cannot look at a temporary table in place of the real one", async () => {
    const { requestId } = await submit(author, { contributors: [{ userId: officer.userId, part: "author" }] })
    const insert = await forgery(world, officer, requestId)
    const attempt = inTransaction(world.open, workspace.id, "write", async (db) => {
      await db.execute(
        sql`create temp table approval_contributors (like approval_contributors) on commit drop`,
      )
      await insert(db)
    })
    expect(await attempt.then(() => "accepted", refusal)).toMatch(
      /Nobody signs their own work|permission denied/,
    )
  })
})

describe("the state", () => {
  const becomes = (requestId: string, state: string, more: SQL = sql``) =>
    refused(sql`update approval_requests set state = ${state}${more} where id = ${requestId}`)
  const approvedNow = sql`, approved_at = now()`

  it("is approved only with the signatures that it needs", async () => {
    const { requestId } = await submit(author, { required: 2 })
    expect(await becomes(requestId, "approved", approvedNow)).toContain("needs 2 different people and has 0")
    await decide(world, officer, requestId)
    expect(await becomes(requestId, "approved", approvedNow)).toContain("needs 2 different people and has 1")
    expect(await becomes(requestId, "rejected")).toContain("Nobody signed")
    expect(await becomes(requestId, "changes_requested")).toContain("Nobody signed")
    await decide(world, second, requestId)
    expect((await rowOf(world, workspace.id, requestId)).state).toBe("approved")
  })

  it("goes forward only, and what ended stays as it is", async () => {
    const { requestId } = await submit(author)
    await decide(world, officer, requestId)
    expect(await becomes(requestId, "open")).toContain("does not become open")
    expect(await becomes(requestId, "withdrawn")).toContain("does not become withdrawn")
    expect(await becomes(requestId, "outdated")).toBe("accepted")
    for (const state of ["open", "approved", "expired"]) {
      expect(await becomes(requestId, state)).toContain("does not become")
    }
  })

  it("begins open, about content that has its hash", async () => {
    const { requestId } = await submit(author)
    const copy = (state: string, hash: SQL) => sql`insert into approval_requests
      select (json_populate_record(r, json_build_object('id', ${newId()}::text, 'subject_id', ${newId()}::text,
        'state', ${state}::text, 'content_sha256', ${hash}))).* from approval_requests r where id = ${requestId}`
    expect(await refused(copy("approved", sql`content_sha256`))).toContain("begins open")
    expect(await refused(copy("open", sql`repeat('0', 64)`))).toContain("approval_requests_hash")
    expect(await refused(copy("open", sql`content_sha256`))).toBe("accepted")
  })

  it.each([
    ["required", sql`required = 9`],
    ["content", sql`content = '{}', content_sha256 = encode(sha256('{}'), 'hex')`],
    ["content_sha256", sql`content_sha256 = repeat('0', 64)`],
    ["subject_id", sql`subject_id = gen_random_uuid()`],
    ["subject_version", sql`subject_version = 2`],
    ["statement", sql`statement = 'Another'`],
    ["requested_by", sql`requested_by = gen_random_uuid()`],
    ["kind", sql`kind = 'waiver'`],
    ["due_on", sql`due_on = '2030-01-01'`],
    ["ends_at", sql`ends_at = '2030-01-01'`],
  ])("never lets %s change", async (_name, change) => {
    const { requestId } = await submit(author)
    expect(await refused(sql`update approval_requests set ${change} where id = ${requestId}`)).toContain(
      "What approval was asked for never changes",
    )
  })
})

describe("what is written", () => {
  it("is neither changed nor deleted by the app role", async () => {
    const { requestId } = await submit(author)
    await decide(world, officer, requestId)
    const statements = [
      sql`update approval_signatures set note = 'x'`,
      sql`delete from approval_signatures`,
      sql`truncate approval_signatures`,
      sql`update approval_contributors set part = 'editor'`,
      sql`delete from approval_contributors`,
      sql`delete from approval_requests`,
      sql`delete from approval_delegations`,
    ]
    for (const statement of statements) expect(await refused(statement)).toContain("permission denied")
  })

  it("is not changed by the owner of the tables either", async () => {
    const { requestId } = await submit(author)
    await decide(world, officer, requestId)
    const asOwner = (statement: SQL) =>
      world.open.db
        .transaction(async (tx) => {
          await tx.execute(sql`select set_config('app.maintenance', 'on', true)`)
          await tx.execute(statement)
        })
        .then(() => "accepted", refusal)
    expect(await asOwner(sql`update approval_signatures set note = 'x'`)).toContain("append-only")
    expect(await asOwner(sql`delete from approval_contributors`)).toContain("append-only")
    expect(await asOwner(sql`delete from approval_requests`)).toContain("append-only")
  })

  it("gains no contributor who has signed, and none once it is closed", async () => {
    const { requestId } = await submit(author, { required: 2 })
    await decide(world, officer, requestId)
    const add = (
      userId: string,
    ) => sql`insert into approval_contributors (workspace_id, request_id, user_id, part)
      values (${workspace.id}, ${requestId}, ${userId}, 'author')`
    expect(await refused(add(officer.userId))).toContain("stay as they are")
    await decide(world, second, requestId)
    expect(await refused(add(newId()))).toContain("stay as they are")
  })

  it("keeps a delegation as it was given, but for its end", async () => {
    const { id } = await delegate(officer, second, { kinds: ["dpia"] })
    const change = (set: SQL) => sql`update approval_delegations set ${set} where id = ${id}`
    expect(await refused(change(sql`kinds = null`))).toContain("only revoked")
    expect(await refused(change(sql`valid_until = valid_until + interval '1 year'`))).toContain(
      "only revoked",
    )
    expect(await refused(change(sql`revoked_at = now()`))).toBe("accepted")
    expect(await refused(change(sql`revoked_at = null`))).toContain("only revoked")
  })

  it("has a seal that is the SHA-256 of the facts as they are read again", async () => {
    const { requestId } = await submit(author)
    await decide(world, officer, requestId, "approval", { note: "Zażółć – “quoted”\n🚚" })
    const [row] = await inTransaction(world.open, workspace.id, "read", (db) =>
      db
        .select()
        .from(approvalSignatures)
        .where(own({ workspaceId: workspace.id }, approvalSignatures, sql`request_id = ${requestId}`)),
    )
    expect(sha256(sealText(row!))).toBe(row!.seal)
    expect(row!.contentSha256).toBe(await hashOf(world, workspace.id, requestId))
    for (const [name, value] of Object.entries(row!)) {
      if (name === "seal") continue
      const other = typeof value === "number" ? value + 1 : `${value ?? ""}x`
      expect(sha256(sealText({ ...row!, [name]: other })), name).not.toBe(row!.seal)
    }
  })

  it("shows the app role no session", async () => {
    expect(await refused(sql`select * from sessions`)).toContain("permission denied")
    const rows = await inTransaction(world.open, workspace.id, "read", (db) =>
      rowsOf(db, sql`select * from session_confirmation(${newId()}, ${officer.userId})`),
    )
    expect(rows).toEqual([])
  })
})
