import { eq } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { z } from "zod"
import { auditEvents, auditLeaves } from "@/db/schema/audit"
import { domains } from "@/db/schema/products"
import { inTransaction, own } from "@/server/kernel/database"
import { newId } from "@/server/kernel/domain/id"
import { insertRow } from "@/server/kernel/fixed-statement"
import { command, query } from "@/server/kernel/operation"
import { NOW, openWorld } from "@/tests/support/world"

const world = openWorld()

const addDomain = command("products.createDomain", {
  permission: "domains.edit",
  input: z.object({ name: z.string(), forget: z.boolean().default(false), fail: z.boolean().default(false) }),
  async run(ctx, input) {
    const key = input.name.toUpperCase()
    const times = { createdAt: ctx.now, updatedAt: ctx.now }
    await ctx.db
      .insert(domains)
      .values({ workspaceId: ctx.workspaceId, id: newId(), key, name: input.name, description: "", ...times })
    if (!input.forget) ctx.record({ targets: [], summary: `Created ${input.name}` })
    if (input.fail) throw new Error("boom")
  },
})

/** Sends its rows without waiting for them; the second of the same name breaks a rule of the table. */
const sendDomains = command("products.createDomain", {
  permission: "domains.edit",
  input: z.object({ names: z.array(z.string()), fail: z.boolean().default(false) }),
  async run(ctx, { names, fail }) {
    for (const name of names) {
      const row = {
        workspaceId: ctx.workspaceId,
        id: newId(),
        key: name.toUpperCase(),
        name,
        description: "",
      }
      ctx.send(
        insertRow(domains, {
          ...row,
          ownerId: null,
          stewardId: undefined,
          createdAt: ctx.now,
          updatedAt: ctx.now,
        }),
      )
    }
    if (fail) throw new Error("boom")
    ctx.record({ targets: [], summary: `Created ${names.length} domains` })
  },
})

/** Locks what there is, and then finds that it has nothing to change. */
const lockDomains = command("products.updateDomain", {
  permission: "domains.edit",
  input: z.object({}),
  async run(ctx) {
    await ctx.db.select().from(domains).where(own(ctx, domains)).for("update")
  },
})

const outer = command("products.createDomain", {
  permission: "domains.edit",
  input: z.object({ inner: z.enum(["nothing", "recorded", "forgotten"]) }),
  async run(ctx, { inner }) {
    await addDomain(ctx, { name: "Outer" })
    if (inner === "nothing") await looksOnly(ctx, {})
    else await addDomain(ctx, { name: "Inner", forget: inner === "forgotten" })
    ctx.record({ targets: [], summary: "Created domains" })
  },
})

const looksOnly = command("products.updateDomain", {
  permission: "domains.edit",
  input: z.object({}),
  run: (ctx) => names(ctx, {}),
})

const names = query("products.listDomains", {
  permission: "products.read",
  at: "rows",
  input: z.object({}),
  run: (ctx) => ctx.db.select({ name: domains.name }).from(domains).where(own(ctx, domains)),
})

async function events(workspaceId: string) {
  return inTransaction(world.open, workspaceId, "read", (db) =>
    db
      .select({
        action: auditEvents.action,
        outcome: auditEvents.outcome,
        seq: auditLeaves.seq,
        text: auditEvents.text,
      })
      .from(auditEvents)
      .innerJoin(auditLeaves, eq(auditLeaves.eventId, auditEvents.id))
      .orderBy(auditLeaves.seq),
  )
}

describe("a command", () => {
  it("writes its change and its sealed audit record together", async () => {
    const workspace = await world.workspace()
    const admin = await workspace.member("administrator")
    await addDomain(admin, { name: "Fulfilment" })
    expect(await names(admin, {})).toEqual([{ name: "Fulfilment" }])
    const [event] = await events(workspace.id)
    expect(event).toMatchObject({ action: "products.createDomain", outcome: "success", seq: 1 })
    expect(JSON.parse(event!.text)).toMatchObject({
      occurredAt: NOW,
      actor: { id: admin.userId },
      summary: "Created Fulfilment",
    })
  })

  it("rolls back when it recorded nothing", async () => {
    const admin = await (await world.workspace()).member("administrator")
    await expect(addDomain(admin, { name: "Silent", forget: true })).rejects.toThrow("without recording")
    expect(await names(admin, {})).toEqual([])
  })

  it("may lock rows and then leave them as they are", async () => {
    const workspace = await world.workspace()
    const admin = await workspace.member("administrator")
    await addDomain(admin, { name: "Fulfilment" })
    await lockDomains(admin, {})
    expect(await events(workspace.id)).toHaveLength(1)
  })

  it("inside another one is asked only for a record of what it changed itself", async () => {
    const workspace = await world.workspace()
    const admin = await workspace.member("administrator")
    await expect(outer(admin, { inner: "forgotten" })).rejects.toThrow("without recording")
    expect(await names(admin, {})).toEqual([])
    await outer(admin, { inner: "nothing" })
    expect(await names(admin, {})).toEqual([{ name: "Outer" }])
    expect(await events(workspace.id)).toHaveLength(2)
    const elsewhere = await (await world.workspace()).member("administrator")
    await outer(elsewhere, { inner: "recorded" })
    expect(await names(elsewhere, {})).toHaveLength(2)
  })

  it("leaves neither change nor record when it fails", async () => {
    const workspace = await world.workspace()
    const admin = await workspace.member("administrator")
    await expect(addDomain(admin, { name: "Broken", fail: true })).rejects.toThrow("boom")
    expect(await names(admin, {})).toEqual([])
    expect(await events(workspace.id)).toEqual([])
  })

  it("waits for what it sent, and fails with it", async () => {
    const workspace = await world.workspace()
    const admin = await workspace.member("administrator")
    await sendDomains(admin, { names: ["One", "Two"] })
    expect(await names(admin, {})).toHaveLength(2)
    await expect(sendDomains(admin, { names: ["Three", "Three"] })).rejects.toMatchObject({
      cause: { code: "23505" },
    })
    await expect(sendDomains(admin, { names: ["Four", "Four"], fail: true })).rejects.toThrow()
    expect(await names(admin, {})).toHaveLength(2)
    expect(await events(workspace.id)).toHaveLength(1)
  })

  it("checks permission before it looks at the input, and records the refusal", async () => {
    const workspace = await world.workspace()
    const auditor = await workspace.member("auditor")
    await expect(addDomain(auditor, { name: 7 as never })).rejects.toMatchObject({ code: "FORBIDDEN" })
    expect(await events(workspace.id)).toMatchObject([{ action: "products.createDomain", outcome: "denied" }])
  })

  it("refuses input that is nested too deep or holds a NUL character", async () => {
    const admin = await (await world.workspace()).member("administrator")
    let deep: unknown = "x"
    for (let i = 0; i < 40; i++) deep = [deep]
    await expect(addDomain(admin, { name: deep as never })).rejects.toMatchObject({ code: "INVALID" })
    await expect(addDomain(admin, { name: "a\u0000b" })).rejects.toThrow("NUL")
  })
})
