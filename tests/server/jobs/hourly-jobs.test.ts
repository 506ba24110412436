import { sql } from "drizzle-orm"
import { beforeAll, describe, expect, it } from "vitest"
import { importChunks, imports } from "@/db/schema/backlog"
import { passwordResets, sessions } from "@/db/schema/members"
import { auditJobs } from "@/server/audit/jobs"
import { listCheckpoints } from "@/server/audit/list-checkpoints"
import { listEvents } from "@/server/audit/list-events"
import { inTransaction, rowsOf } from "@/server/kernel/database"
import { newId } from "@/server/kernel/domain/id"
import type { Job } from "@/server/kernel/jobs/job"
import { jobCall } from "@/server/kernel/jobs/job-call"
import { retentionJobs } from "@/server/retention/jobs"
import { purgeSignIns } from "@/server/retention/purge-sign-ins"
import { giveAuditKey, note, tamper, trailOf } from "@/tests/server/audit/trail"
import { openWorld } from "@/tests/support/world"

const world = openWorld()
beforeAll(giveAuditKey)

const runJob = (job: Job) =>
  job.handle(jobCall(world.open, job.name, newId(), new AbortController().signal), {})
const [checkpoints] = auditJobs
const [retention] = retentionJobs
const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString()

describe("audit.checkpoint", () => {
  it("signs every workspace that grew, as the system, and leaves the others alone", async () => {
    const grown = await trailOf(world, 2)
    const empty = await (await world.workspace()).member("administrator")
    await runJob(checkpoints!)
    await runJob(checkpoints!)
    const { events } = await listEvents(grown.admin, { actions: ["audit.createCheckpoint"] })
    expect(events).toMatchObject([{ actor: { type: "system", name: "Plumbline" }, outcome: "success" }])
    expect((await listCheckpoints(empty, {})).records).toBe(0)
    await note(grown.admin, { word: "more" })
    await runJob(checkpoints!)
    expect((await listCheckpoints(grown.admin, {})).checkpoints.map(({ size }) => size)).toEqual([4, 2])
  })

  it("goes on when one workspace's trail is broken, and then fails so that somebody looks", async () => {
    const broken = await trailOf(world, 2)
    const sound = await trailOf(world, 2)
    await tamper(world, `delete from audit_leaves where workspace_id = '${broken.workspace.id}' and seq = 1`)
    await expect(runJob(checkpoints!)).rejects.toThrow("failed in 1 of")
    expect((await listCheckpoints(sound.admin, {})).checkpoints).toHaveLength(1)
    await tamper(
      world,
      `delete from audit_heads where workspace_id = '${broken.workspace.id}'`,
      `delete from audit_leaves where workspace_id = '${broken.workspace.id}'`,
    )
  })
})

describe("retention.run", () => {
  async function upload(
    workspaceId: string,
    userId: string,
    createdAt: string,
    status: "uploaded" | "applied",
  ) {
    const id = newId()
    await inTransaction(world.open, workspaceId, "write", async (db) => {
      const file = {
        fileName: `${status}.csv`,
        byteSize: 3,
        sha256: "x",
        status,
        createdBy: userId,
        createdAt,
      }
      await db.insert(imports).values({ workspaceId, id, ...file })
      await db
        .insert(importChunks)
        .values({ workspaceId, importId: id, number: 0, content: Buffer.from("a,b") })
    })
    return id
  }

  it("drops uploads nobody applied within a day, records it, and touches nothing else", async () => {
    const workspace = await world.workspace()
    const admin = await workspace.member("administrator")
    const stale = await upload(workspace.id, admin.userId, hoursAgo(25), "uploaded")
    const young = await upload(workspace.id, admin.userId, hoursAgo(23), "uploaded")
    const applied = await upload(workspace.id, admin.userId, hoursAgo(25), "applied")
    await runJob(retention!)
    await runJob(retention!)
    const left = await inTransaction(world.open, workspace.id, "read", (db) =>
      rowsOf<{ id: string }>(db, sql`select i.id from imports i join import_chunks c on c.import_id = i.id`),
    )
    expect(left.map(({ id }) => id).toSorted()).toEqual([young, applied].toSorted())
    expect((await listEvents(admin, {})).events).toMatchObject([
      { action: "retention.dropStaleImports", targets: [{ type: "import", id: stale }] },
    ])
  })

  it("removes expired sessions and reset links", async () => {
    const { userId } = await (await world.workspace()).member("stakeholder")
    const times = { createdAt: hoursAgo(48), lastSeenAt: hoursAgo(48) }
    const live = newId()
    await world.open.db.insert(sessions).values([
      { id: newId(), userId, method: "password", ...times, expiresAt: hoursAgo(1) },
      { id: live, userId, method: "password", ...times, expiresAt: hoursAgo(-1) },
    ])
    const reset = { userId, createdBy: userId, createdAt: hoursAgo(48) }
    await world.open.db
      .insert(passwordResets)
      .values([{ id: newId(), ...reset, tokenHash: "old", expiresAt: hoursAgo(1) }])
    await runJob(retention!)
    expect(await world.open.db.select({ id: sessions.id }).from(sessions)).toEqual([{ id: live }])
    expect(await world.open.db.select().from(passwordResets)).toEqual([])
  })

  it("is the system's work: a person cannot call it", async () => {
    const admin = await (await world.workspace()).member("administrator")
    await expect(purgeSignIns(admin, {})).rejects.toMatchObject({ code: "FORBIDDEN" })
  })
})
