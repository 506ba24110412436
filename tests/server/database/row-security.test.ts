import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { z } from "zod"
import { domains } from "@/db/schema/products"
import type { Ctx } from "@/server/kernel/context"
import { inTransaction, own, rowsOf } from "@/server/kernel/database"
import { newId } from "@/server/kernel/domain/id"
import { query } from "@/server/kernel/operation"
import { createDomain } from "@/server/products/create-domain"
import { NOW, openWorld } from "@/tests/support/world"

const world = openWorld()

const addDomain = (ctx: Ctx, { name }: { name: string }) =>
  createDomain(ctx, {
    key: name.slice(0, 3).toUpperCase(),
    name,
    description: "",
    ownerId: null,
    stewardId: null,
  })

const nameless = query("products.listDomains", {
  permission: "products.read",
  at: "rows",
  input: z.object({}),
  run: (ctx) => ctx.db.select({ name: domains.name }).from(domains),
})

const writesInAQuery = query("products.listDomains", {
  permission: "products.read",
  at: "rows",
  input: z.object({}),
  run: (ctx) => ctx.db.update(domains).set({ name: "changed" }).where(own(ctx, domains)),
})

describe("row-level security", () => {
  it("hides other workspaces even when the query forgets its condition", async () => {
    const admin = await (await world.workspace()).member("administrator")
    const other = await (await world.workspace()).member("administrator")
    await addDomain(other, { name: "Elsewhere" })
    expect(await nameless(admin, {})).toEqual([])
  })

  it("refuses a row of another workspace", async () => {
    const mine = await world.workspace()
    const other = await world.workspace()
    const insert = inTransaction(world.open, mine.id, "write", (db) =>
      db.insert(domains).values({
        workspaceId: other.id,
        id: newId(),
        key: "XX",
        name: "x",
        description: "",
        createdAt: NOW,
        updatedAt: NOW,
      }),
    )
    await expect(insert).rejects.toThrow()
  })

  it("lets no query write", async () => {
    const admin = await (await world.workspace()).member("administrator")
    await addDomain(admin, { name: "Fulfilment" })
    await expect(writesInAQuery(admin, {})).rejects.toThrow()
  })

  it("ends with the transaction", async () => {
    const admin = await (await world.workspace()).member("administrator")
    await nameless(admin, {})
    const [after] = await rowsOf<{ role: string; workspace: string | null }>(
      world.open.db,
      sql`select current_setting('role') as role, nullif(current_setting('app.workspace_id', true), '') as workspace`,
    )
    expect(after).toEqual({ role: "none", workspace: null })
  })
})

describe("the tables of the audit trail", () => {
  it("refuses update, delete and truncate", async () => {
    const workspace = await world.workspace()
    await addDomain(await workspace.member("administrator"), { name: "Fulfilment" })
    for (const statement of [
      "update audit_events set summary = 'x'",
      "delete from audit_leaves",
      "truncate audit_events cascade",
    ]) {
      await expect(
        world.open.db.transaction(async (tx) => {
          await tx.execute(sql`select set_config('app.maintenance', 'on', true)`)
          await tx.execute(sql.raw(statement))
        }),
      ).rejects.toThrow()
    }
  })
})
