import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { sql } from "drizzle-orm"
import { migrate as migratePglite } from "drizzle-orm/pglite/migrator"
import { migrate as migratePostgres } from "drizzle-orm/postgres-js/migrator"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { Db, OpenDatabase } from "@/db/client"
import { migrate } from "@/db/migrate"
import { createCheckpoint } from "@/server/audit/create-checkpoint"
import { makePartitions } from "@/server/audit/make-partitions"
import { verifyTrail } from "@/server/audit/verify-trail"
import { anonymous, type Ctx } from "@/server/kernel/context"
import { inTransaction, rowsOf } from "@/server/kernel/database"
import { type AuditEvent, eventText } from "@/server/kernel/domain/audit-event"
import { newId } from "@/server/kernel/domain/id"
import { giveAuditKey, note } from "@/tests/server/audit/trail"
import { openEmptyDatabase } from "@/tests/support/test-database"

const LANDED = 3
const opened: OpenDatabase[] = []
const folder = mkdtempSync(path.join(tmpdir(), "plumbline-migrations-"))
beforeAll(giveAuditKey)
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  for (const open of opened) await open.close()
})

/** A database as the first landed version made it: the first three migrations. */
async function landedDatabase(): Promise<OpenDatabase> {
  const open = await openEmptyDatabase()
  opened.push(open)
  cpSync("db/migrations", folder, { recursive: true })
  const journal = path.join(folder, "meta/_journal.json")
  const { entries, ...rest } = JSON.parse(readFileSync(journal, "utf8"))
  writeFileSync(journal, JSON.stringify({ ...rest, entries: entries.slice(0, LANDED) }))
  const run = open.kind === "pglite" ? migratePglite : migratePostgres
  await run(open.db as never, { migrationsFolder: folder })
  return open
}

const month = (ahead: number, day = 15) => {
  const now = new Date()
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + ahead, day)).toISOString()
}

function eventAt(workspaceId: string, occurredAt: string, id = newId(Date.parse(occurredAt))): AuditEvent {
  return {
    v: 1,
    id,
    workspaceId,
    occurredAt,
    action: "backlog.createItem",
    outcome: "success",
    actor: { type: "user", id: "u", name: "Ines" },
    targets: [{ type: "item", id: `item-${id}`, name: "FUL-1" }],
    summary: "Created FUL-1 “Žluť 🚚”",
    context: { requestId: "test" },
  }
}

/** Writes an event the way every version so far has: as the app role, sealed at commit. */
async function write(open: OpenDatabase, event: AuditEvent): Promise<void> {
  const { workspaceId, id, occurredAt, actor, action, outcome, summary, context, targets } = event
  await inTransaction(open, workspaceId, "write", async (db) => {
    await db.execute(sql`insert into audit_events (workspace_id, id, occurred_at, actor_type, actor_id, actor_name, action,
        outcome, summary, request_id, text)
      values (${workspaceId}::uuid, ${id}::uuid, ${occurredAt}::timestamptz, ${actor.type}, ${actor.id}, ${actor.name}, ${action},
        ${outcome}, ${summary}, ${context.requestId}, ${eventText(event)})`)
    for (const { type, id: target } of targets)
      await db.execute(sql`insert into audit_targets (workspace_id, target_type, target_id, event_id)
        values (${workspaceId}::uuid, ${type}, ${target}, ${id}::uuid)`)
  })
}

async function newWorkspace(open: OpenDatabase): Promise<Ctx & { workspaceId: string }> {
  const id = newId()
  await open.db.execute(sql`insert into workspaces (id, slug, name, item_prefix, created_at)
    values (${id}::uuid, ${id}, 'W', 'W', now())`)
  const caller: Ctx["caller"] = {
    ...anonymous,
    actor: { type: "user", id: "u", name: "Ines" },
    user: { id: newId(), name: "Ines", email: "ines@example.org" },
    workspace: { id, slug: id, name: "W" },
    grants: [{ role: "administrator", scopeType: "workspace", scopeId: null }],
  }
  const clock = () => new Date().toISOString()
  return { caller, request: { requestId: "test" }, clock, database: async () => open, workspaceId: id }
}

const system = (open: OpenDatabase): Ctx => ({
  caller: { ...anonymous, actor: { type: "system", id: "audit.partitions", name: "Plumbline" } },
  request: { requestId: "test" },
  clock: () => new Date().toISOString(),
  database: async () => open,
})

/** Where each event of a workspace lies, by id. */
async function placesOf({ workspaceId, database }: Ctx & { workspaceId: string }) {
  const rows = await inTransaction(await database(), workspaceId, "read", (db) =>
    rowsOf<{ id: string; place: string }>(
      db,
      sql`select id, tableoid::regclass::text as place from audit_events`,
    ),
  )
  return new Map(rows.map(({ id, place }) => [id, place]))
}

async function asMaintainer<T>(open: OpenDatabase, work: (db: Db) => Promise<T>): Promise<T> {
  return open.db.transaction(async (tx) => {
    await tx.execute(sql`select set_config('app.maintenance', 'on', true)`)
    return work(tx as unknown as Db)
  })
}

const columns =
  sql.raw(`workspace_id, id, occurred_at, actor_type, actor_id, actor_name, action, outcome, summary,
  request_id, text`)

/** Every row of the trail as text. */
const trailText = (open: OpenDatabase) =>
  asMaintainer(open, async (db) => {
    const queries = [
      sql`select row(${columns})::text as line from audit_events order by 1`,
      sql`select row(workspace_id, target_type, target_id, event_id)::text as line from audit_targets order by 1`,
      sql`select row(workspace_id, seq, event_id, leaf, prev_hash, chain_hash)::text as line from audit_leaves order by 1`,
      sql`select row(workspace_id, seq, chain_hash)::text as line from audit_heads order by 1`,
    ]
    const lines: string[] = []
    for (const query of queries)
      for (const { line } of await rowsOf<{ line: string }>(db, query)) lines.push(line)
    return lines
  })

describe("a database of the landed version", () => {
  it("keeps its whole trail when it is brought to this version, and goes on", async () => {
    const open = await landedDatabase()
    const [one, two] = [await newWorkspace(open), await newWorkspace(open)]
    for (const at of ["2025-01-31T23:59:59.999Z", "2026-10-13T07:40:00.000Z", month(0), month(0, 1)])
      for (const { workspaceId } of [one, two]) await write(open, eventAt(workspaceId, at))
    const before = await trailText(open)
    await migrate(open)
    expect(await trailText(open)).toEqual(before)
    for (const ctx of [one, two]) {
      expect(await verifyTrail(ctx, {})).toMatchObject({ ok: true, records: 4 })
      await createCheckpoint(ctx, {})
      await note(ctx, { word: "goes on" })
      expect(await verifyTrail(ctx, {})).toMatchObject({ ok: true, records: 6, checkpoints: 1 })
    }
    expect(new Set((await placesOf(one)).values())).toEqual(new Set(["audit_events_first"]))
    const { prev } = (
      await asMaintainer(open, (db) =>
        rowsOf<{ prev: boolean }>(
          db,
          sql`select bool_and(h.prev_hash = l.prev_hash) as prev from audit_heads h
            join audit_leaves l on l.workspace_id = h.workspace_id and l.seq = h.seq`,
        ),
      )
    )[0]!
    expect(prev).toBe(true)
  }, 120_000)

  it("with event ids that are not of version 7 loses nothing either", async () => {
    const open = await landedDatabase()
    const ctx = await newWorkspace(open)
    await write(open, eventAt(ctx.workspaceId, month(0), "f47ac10b-58cc-4372-a567-0e02b2c3d479"))
    await migrate(open)
    await write(open, eventAt(ctx.workspaceId, month(0)))
    await write(open, eventAt(ctx.workspaceId, month(2)))
    expect(await verifyTrail(ctx, {})).toMatchObject({ ok: true, records: 3 })
  }, 120_000)
})

describe("the partitions of the audit trail", () => {
  let open: OpenDatabase
  let ctx: Ctx & { workspaceId: string }
  beforeAll(async () => {
    open = await openEmptyDatabase()
    opened.push(open)
    await migrate(open)
    ctx = await newWorkspace(open)
  }, 120_000)

  it("take events by their month, and those of no month go to the default; all are sealed", async () => {
    const [soon, far] = [eventAt(ctx.workspaceId, month(2)), eventAt(ctx.workspaceId, month(20))]
    const odd = eventAt(ctx.workspaceId, month(0), "f47ac10b-58cc-4372-a567-0e02b2c3d479")
    for (const event of [soon, far, odd]) await write(open, event)
    const places = await placesOf(ctx)
    expect(places.get(soon.id)).toBe(`audit_events_${month(2).slice(0, 7).replace("-", "_")}`)
    expect([places.get(far.id), places.get(odd.id)]).toEqual(["audit_events_default", "audit_events_default"])
    expect(await verifyTrail(ctx, {})).toMatchObject({ ok: true, records: 3 })
  })

  it("are made ahead by the system, once, and by nobody else", async () => {
    expect(await makePartitions(system(open), {})).toEqual({ made: 0 })
    await asMaintainer(open, async (db) => {
      const last = month(3).slice(0, 7).replace("-", "_")
      for (const table of ["audit_events", "audit_targets"])
        await db.execute(sql.raw(`drop table ${table}_${last}`))
    })
    expect(await makePartitions(system(open), {})).toEqual({ made: 2 })
    await expect(makePartitions(ctx, {})).rejects.toMatchObject({ code: "FORBIDDEN" })
  })

  it("leave a month alone whose rows lie in the default partition already", async () => {
    const last = month(3).slice(0, 7).replace("-", "_")
    await asMaintainer(open, (db) => db.execute(sql.raw(`drop table audit_events_${last}`)))
    await write(open, eventAt(ctx.workspaceId, month(3)))
    expect(await makePartitions(system(open), {})).toEqual({ made: 0 })
    // Three before, the refusal of the person, and this one.
    expect(await verifyTrail(ctx, {})).toMatchObject({ ok: true, records: 5 })
  })

  it("cannot be reached around their table by the app role", async () => {
    const places = [...new Set((await placesOf(ctx)).values()), "audit_events_first", "audit_targets_first"]
    for (const place of places) {
      for (const statement of [`select * from ${place}`, `insert into ${place} select * from ${place}`]) {
        const attempt = inTransaction(open, ctx.workspaceId, "write", (db) => db.execute(sql.raw(statement)))
        await expect(attempt).rejects.toMatchObject({ cause: { code: "42501" } })
      }
    }
    const stranger = await newWorkspace(open)
    expect((await placesOf(stranger)).size).toBe(0)
  })

  it.each([
    "update audit_events set summary = 'x'",
    "delete from audit_events",
    "truncate audit_events",
    "truncate audit_events_default",
    "truncate audit_events_first, audit_targets_first",
    "delete from audit_targets",
  ])("refuse: %s", async (statement) => {
    await expect(asMaintainer(open, (db) => db.execute(sql.raw(statement)))).rejects.toMatchObject({
      cause: { code: "42501" },
    })
    expect(await verifyTrail(ctx, {})).toMatchObject({ ok: true })
  })
})
