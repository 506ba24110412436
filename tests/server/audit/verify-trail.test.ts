import { sql } from "drizzle-orm"
import { beforeAll, describe, expect, it } from "vitest"
import { createCheckpoint } from "@/server/audit/create-checkpoint"
import { verifyTrail } from "@/server/audit/verify-trail"
import type { Ctx } from "@/server/kernel/context"
import { rowsOf } from "@/server/kernel/database"
import { onPostgres } from "@/tests/support/test-database"
import { openWorld } from "@/tests/support/world"
import { giveAuditKey, note, tamper, trailOf } from "./trail"

const world = openWorld()
beforeAll(giveAuditKey)

const RECORDS = 5

/** SQL that changes one byte (or the smallest step) of a column of this type. */
const FLIPS: Record<string, (column: string) => string[]> = {
  text: (c) =>
    ["1", `(length(${c}) + 1) / 2`, `length(${c})`].map(
      (at) => `overlay(${c} placing chr(ascii(substr(${c}, ${at}, 1)) # 1) from ${at} for 1)`,
    ),
  uuid: (c) => [
    `overlay(${c}::text placing translate(right(${c}::text, 1), '0123456789abcdef', '1032547698badcfe') from 36 for 1)::uuid`,
  ],
  bytea: (c) => [`set_byte(${c}, 0, get_byte(${c}, 0) # 1)`, `set_byte(${c}, 31, get_byte(${c}, 31) # 128)`],
  bigint: (c) => [`${c} + 1000`],
  integer: (c) => [`${c} + 1`],
  "timestamp with time zone": (c) => [`${c} + interval '1 millisecond'`],
}

async function columnsOf(table: string): Promise<{ name: string; type: string }[]> {
  return rowsOf(
    world.open.db,
    sql`select column_name as name, data_type as type from information_schema.columns
      where table_schema = 'public' and table_name = ${table} order by ordinal_position`,
  )
}

type Sealed = { seq: number; event: string }

async function sealed(workspaceId: string): Promise<Sealed[]> {
  return world.open.db.transaction(async (tx) => {
    await tx.execute(sql`select set_config('app.maintenance', 'on', true)`)
    return rowsOf<Sealed>(
      tx as never,
      sql`select seq::int as seq, event_id::text as event from audit_leaves where workspace_id = ${workspaceId} order by seq`,
    )
  })
}

/** Flips one value, verifies, and puts the row back as it was: the row is copied aside first. */
async function whileFlipped(admin: Ctx, table: string, where: string, column: string, expression: string) {
  await tamper(
    world,
    `create table kept as select * from ${table} where ${where}`,
    `update ${table} set ${column} = ${expression} where ${where}`,
  )
  const result = await verifyTrail(admin, {})
  const changed = `${column} in (select ${expression} from kept)`
  const key = table === "audit_events" && column === "id" ? changed : whereNow(where, column, changed)
  await tamper(
    world,
    `delete from ${table} where ${key}`,
    `insert into ${table} select * from kept`,
    "drop table kept",
  )
  return result
}

/** The condition that finds the row again after one of its own key columns was changed. */
function whereNow(where: string, column: string, changed: string): string {
  const parts = where.split(" and ")
  return parts.map((part) => (part.startsWith(`${column} = `) ? changed : part)).join(" and ")
}

describe("verifying a trail", () => {
  it("answers the counts of a sound one and what the checkpoint covers", async () => {
    const { admin } = await trailOf(world, RECORDS)
    await createCheckpoint(admin, {})
    expect(await verifyTrail(admin, {})).toMatchObject({
      ok: true,
      records: RECORDS + 1,
      checkpoints: 1,
      coveredTo: RECORDS,
    })
  })

  it("says that an empty trail is in order", async () => {
    const auditor = await (await world.workspace()).member("auditor")
    expect(await verifyTrail(auditor, {})).toMatchObject({ ok: true, records: 0 })
  })

  it("streams a long trail in batches", async () => {
    const { admin } = await trailOf(world, 1)
    for (let i = 0; i < 60; i++)
      await Promise.all(Array.from({ length: 20 }, (_, n) => note(admin, { word: `b${i}-${n}` })))
    expect(await verifyTrail(admin, {})).toMatchObject({ ok: true, records: 1201 })
  }, 120_000)
})

describe("one flipped byte", () => {
  it.each(["audit_events", "audit_leaves", "audit_targets"])(
    "in any column of any row of %s is reported at that record",
    async (table) => {
      const { admin, workspace } = await trailOf(world, RECORDS)
      await createCheckpoint(admin, {})
      const columns = await columnsOf(table)
      expect(columns.length).toBeGreaterThan(3)
      const eventColumn = table === "audit_events" ? "id" : "event_id"
      for (const { seq, event } of await sealed(workspace.id)) {
        const where = `workspace_id = '${workspace.id}' and ${eventColumn} = '${event}'`
        for (const { name, type } of columns) {
          for (const expression of FLIPS[type]!(name)) {
            const result = await whileFlipped(admin, table, where, name, expression)
            expect({ column: name, ...result }).toMatchObject({ column: name, ok: false, seq })
          }
        }
      }
      expect(await verifyTrail(admin, {})).toMatchObject({ ok: true })
    },
    120_000,
  )

  it.each([
    ["audit_heads", "seq"],
    ["audit_heads", "chain_hash"],
    ["audit_heads", "prev_hash"],
    ["audit_checkpoints", "size"],
    ["audit_checkpoints", "root"],
    ["audit_checkpoints", "note"],
  ])("in %s.%s is reported", async (table, column) => {
    const { admin, workspace } = await trailOf(world, RECORDS)
    await createCheckpoint(admin, {})
    const { type } = (await columnsOf(table)).find(({ name }) => name === column)!
    for (const expression of FLIPS[type]!(column)) {
      const result = await whileFlipped(admin, table, `workspace_id = '${workspace.id}'`, column, expression)
      expect(result).toMatchObject({ ok: false })
    }
    expect(await verifyTrail(admin, {})).toMatchObject({ ok: true })
  })
})

describe("records taken away or put in", () => {
  async function without(admin: Ctx, workspaceId: string, seqs: number[], fixHead: boolean) {
    const list = (await sealed(workspaceId)).filter(({ seq }) => seqs.includes(seq))
    const events = list.map(({ event }) => `'${event}'`).join(", ")
    const own = `workspace_id = '${workspaceId}'`
    const head = `update audit_heads h set seq = l.seq, chain_hash = l.chain_hash from audit_leaves l
      where h.${own} and l.${own} and l.seq = (select max(seq) from audit_leaves where ${own})`
    await tamper(
      world,
      `delete from audit_targets where ${own} and event_id in (${events})`,
      `delete from audit_leaves where ${own} and event_id in (${events})`,
      `delete from audit_events where ${own} and id in (${events})`,
      ...(fixHead ? [head] : []),
    )
    return verifyTrail(admin, {})
  }

  it("at the end are found against the signed checkpoint, even when the head was set back", async () => {
    const { admin, workspace } = await trailOf(world, RECORDS)
    await createCheckpoint(admin, {})
    const result = await without(admin, workspace.id, [4, 5, 6], true)
    expect(result).toMatchObject({ ok: false, reason: "truncated", seq: 4 })
    await expect(createCheckpoint(admin, {})).rejects.toMatchObject({ code: "RULE_BROKEN" })
  })

  it("at the end are found against the head without a checkpoint", async () => {
    const { admin, workspace } = await trailOf(world, RECORDS)
    expect(await without(admin, workspace.id, [5], false)).toMatchObject({ reason: "truncated", seq: 5 })
  })

  it("in the middle are named", async () => {
    const { admin, workspace } = await trailOf(world, RECORDS)
    expect(await without(admin, workspace.id, [2, 3], false)).toMatchObject({ reason: "missing", seq: 2 })
  })

  it("are named when two changed places", async () => {
    const { admin, workspace } = await trailOf(world, RECORDS)
    const own = `workspace_id = '${workspace.id}'`
    await tamper(
      world,
      `update audit_leaves set seq = -2 where ${own} and seq = 2`,
      `update audit_leaves set seq = 2 where ${own} and seq = 4`,
      `update audit_leaves set seq = 4 where ${own} and seq = -2`,
    )
    const result = await verifyTrail(admin, {})
    expect(result).toMatchObject({ ok: false, reason: "reordered", seq: 2 })
  })

  it("are found when an event was put in without being sealed", async () => {
    const { admin, workspace } = await trailOf(world, 2)
    await tamper(
      world,
      `insert into audit_events select workspace_id, gen_random_uuid(), occurred_at, actor_type, actor_id, actor_name, action,
        outcome, 'Forged', request_id, text from audit_events where workspace_id = '${workspace.id}' limit 1`,
    )
    expect(await verifyTrail(admin, {})).toMatchObject({
      ok: false,
      message: expect.stringContaining("Forged"),
    })
  })
})

describe("32 writers at once in one workspace", () => {
  it.skipIf(!onPostgres)(
    `leave one unbroken chain with every record${onPostgres ? "" : " (SKIPPED: the embedded database has one session)"}`,
    async () => {
      const { admin } = await trailOf(world, 0)
      const perWriter = 12
      const writer = async (n: number) => {
        for (let i = 0; i < perWriter; i++) await note(admin, { word: `${n}-${i}` })
      }
      const verified: unknown[] = []
      const reader = async () => {
        for (let i = 0; i < 5; i++) verified.push((await verifyTrail(admin, {})).ok)
      }
      await Promise.all([...Array.from({ length: 32 }, (_, n) => writer(n)), reader()])
      expect(verified).toEqual(verified.map(() => true))
      expect(await verifyTrail(admin, {})).toMatchObject({ ok: true, records: 32 * perWriter })
    },
    60_000,
  )
})
