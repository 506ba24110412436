import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { rowsOf } from "@/server/kernel/database"
import type { MaskPlan, PlanAsset } from "@/server/privacy/domain/mask-plan"
import { maskText } from "@/server/privacy/domain/mask-rule"
import { postgresqlPolicy, viewSchema } from "@/server/privacy/domain/policy-postgresql"
import { quoteName, quotePath } from "@/server/privacy/domain/sql-quote"
import { openWorld } from "@/tests/support/world"

const world = openWorld()
const name = (text: string) => quoteName("postgresql", text)

/** Roles belong to the whole server: each run has names of its own. */
const RUN = crypto.randomUUID().slice(0, 8)

async function run(text: string) {
  await world.open.db.execute(sql.raw(text))
}

/** Cuts a script into statements as psql does: not inside quotes, dollar quotes or comments. */
function statementsOf(script: string): string[] {
  const token = /--[^\n]*|"(?:[^"]|"")*"|'(?:[^']|'')*'|(\$[a-z_]*\$)[\s\S]*?\1|;|[\s\S]/g
  const statements = [""]
  for (const [part] of script.matchAll(token)) {
    if (part === ";") statements.push("")
    else if (!part.startsWith("--")) statements.push(`${statements.pop()}${part}`)
  }
  return statements.map((text) => text.trim()).filter((text) => text !== "")
}

/** A driver takes one statement at a time, and the pool no begin of ours. */
async function runScript(script: string) {
  for (const statement of statementsOf(script)) {
    if (statement !== "begin" && statement !== "commit") await run(statement)
  }
}

/** The tests' login is no superuser: it has to be a member to act as a role. */
const joinRole = (role: string) => run(`grant ${name(role)} to current_user`)

function readAs(role: string, query: string) {
  return world.open.db.transaction(async (tx) => {
    await tx.execute(sql.raw(`set local role ${name(role)}`))
    return rowsOf<Record<string, string | null>>(tx as never, sql.raw(query))
  })
}

const analyst = `analyst_${RUN}`
const marketing = `marketing_${RUN}`

const customers: PlanAsset = {
  name: `crm_${RUN}.customers`,
  kind: "table",
  fields: [
    { name: "customer_id", type: "bigint", classKey: "none" },
    { name: "email", type: "text", classKey: "email" },
    { name: "phone", type: "text", classKey: "phone" },
    { name: "postcode", type: "text", classKey: "postal_address" },
    { name: "born", type: "date", classKey: "birth_date" },
    { name: "diagnosis", type: "text", classKey: "health" },
    { name: "comment", type: "text", classKey: "free_text" },
    { name: "segment", type: "text", classKey: null },
  ],
  consents: [
    {
      purpose: "Newsletter",
      roleName: marketing,
      flagTable: `crm_${RUN}.consents`,
      flagColumn: "newsletter",
      joinKey: "customer_id",
      joinType: "bigint",
    },
  ],
}
const plan: MaskPlan = {
  roles: [
    {
      name: analyst,
      rules: {
        none: { kind: "none" },
        email: { kind: "hash" },
        phone: { kind: "partial", keep: 4 },
        postal_address: { kind: "truncate", keep: 2 },
        birth_date: { kind: "year" },
        free_text: { kind: "redact" },
      },
    },
    { name: marketing, rules: { none: { kind: "none" }, email: { kind: "none" } } },
  ],
  assets: [customers],
}

async function beginWarehouse() {
  await run(`create schema crm_${RUN}`)
  await run(
    `create table crm_${RUN}.customers (customer_id bigint, email text, phone text, postcode text, born date, diagnosis text, comment text, segment text)`,
  )
  await run(`create table crm_${RUN}.consents (customer_id bigint, newsletter boolean)`)
  await run(
    `insert into crm_${RUN}.customers values (1, 'ada@mail.example', '+44 7946 0958', '10115', '1984-02-29', 'J45', 'Ring twice', 'gold'), (2, 'bo@mail.example', '0958', 'EC', null, null, null, 'iron'), (3, 'ada@mail.example', null, null, '2001-07-01', null, '', null)`,
  )
  await run(`insert into crm_${RUN}.consents values (1, true), (2, false)`)
}

describe("the policy for PostgreSQL", () => {
  it("runs, and shows each role what its rules say and no more", async () => {
    await beginWarehouse()
    const { sql: text, notes } = postgresqlPolicy(plan)
    expect(notes).toEqual([])
    await runScript(text)
    await runScript(text)
    await joinRole(analyst)
    await joinRole(marketing)
    const rows = await readAs(
      analyst,
      `select customer_id::text as id, email, phone, postcode, born::text as born, diagnosis, comment, segment from ${name(viewSchema(analyst))}.customers order by 1`,
    )
    const phone = { kind: "partial", keep: 4 } as const
    expect(rows.map(({ email: _, ...row }) => row)).toEqual([
      {
        id: "1",
        phone: maskText(phone, "+44 7946 0958"),
        postcode: "10",
        born: "1984-01-01",
        diagnosis: null,
        comment: "[redacted]",
        segment: null,
      },
      { id: "2", phone: "****", postcode: "EC", born: null, diagnosis: null, comment: null, segment: null },
      {
        id: "3",
        phone: null,
        postcode: null,
        born: "2001-01-01",
        diagnosis: null,
        comment: "[redacted]",
        segment: null,
      },
    ])
    expect(rows[0]!.email).toMatch(/^[0-9a-f]{64}$/)
    expect(rows[0]!.email).toBe(rows[2]!.email)
    expect(rows[0]!.email).not.toBe(rows[1]!.email)
  })

  it("hides rows without consent from the purpose's role", async () => {
    const rows = await readAs(marketing, `select email, phone from ${name(viewSchema(marketing))}.customers`)
    expect(rows).toEqual([{ email: "ada@mail.example", phone: null }])
  })

  it("keeps the tables, the salt and the other role's views closed", async () => {
    for (const query of [
      `select * from crm_${RUN}.customers`,
      "select * from plumbline_masking.salt",
      `select * from ${name(viewSchema(marketing))}.customers`,
    ]) {
      await expect(readAs(analyst, query)).rejects.toThrow()
    }
  })

  it("runs with hostile names, and touches nothing else", async () => {
    const evil = `ev"il'; drop schema public cascade; create role y; --$plumbline$ ${RUN}`
    const table = `crm_${RUN}.${'ta"b`le; drop table x; --'}`
    const column = "co\"l'; select 1; --\\"
    await run(`create table ${quotePath("postgresql", table)} (${name(column)} text)`)
    await run(`insert into ${quotePath("postgresql", table)} values ('secret value')`)
    const { sql: text, notes } = postgresqlPolicy({
      roles: [{ name: evil, rules: { email: { kind: "partial", keep: 3 } } }],
      assets: [
        {
          name: table,
          kind: "table",
          fields: [{ name: column, type: "text", classKey: "email" }],
          consents: [],
        },
      ],
    })
    expect(notes[0]).toMatch(/is left out: the name .* is longer than 63 bytes$/)
    const short = `e"'$plumbline$;--${RUN}`
    const { sql: other } = postgresqlPolicy({
      roles: [{ name: short, rules: { email: { kind: "partial", keep: 3 } } }],
      assets: [
        {
          name: table,
          kind: "table",
          fields: [{ name: column, type: "text", classKey: "email" }],
          consents: [],
        },
      ],
    })
    expect(text).not.toContain("create role")
    await runScript(other)
    await joinRole(short)
    const rows = await readAs(short, `select * from ${name(viewSchema(short))}.${name(table.split(".")[1]!)}`)
    expect(rows).toEqual([{ [column]: "*********lue" }])
    const [kept] = await rowsOf<{ count: number }>(
      world.open.db,
      sql`select count(*)::int as count from pg_tables where schemaname = 'public'`,
    )
    expect(kept!.count).toBeGreaterThan(20)
  })
})
