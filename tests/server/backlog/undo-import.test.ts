import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { frameworks, scores } from "@/db/schema/scoring"
import { getImport } from "@/server/backlog/get-import"
import { getItem } from "@/server/backlog/get-item"
import { listImports } from "@/server/backlog/list-imports"
import { moveItem } from "@/server/backlog/move-item"
import { setWipLimits } from "@/server/backlog/set-wip-limits"
import { undoImport } from "@/server/backlog/undo-import"
import { updateItem } from "@/server/backlog/update-item"
import type { Ctx } from "@/server/kernel/context"
import { inTransaction } from "@/server/kernel/database"
import { newId } from "@/server/kernel/domain/id"
import { NOW, openWorld } from "@/tests/support/world"
import { addItem, bringIn, find, look } from "./backlog-world"

const world = openWorld()
const reason = "Wrong file"
const at = (ctx: Ctx, time: string): Ctx => ({ ...ctx, clock: () => time })

describe("undoImport", () => {
  it("removes what was made and restores what was changed", async () => {
    const workspace = await world.workspace()
    const ctx = await workspace.member("delivery_lead")
    await bringIn(ctx, "key,title,labels,team\nA,One,red,North\n")
    const { importId } = await bringIn(
      ctx,
      "key,title,labels,team,parent\nA,Uno,blue,South,P\nP,Parent,,,\nC,Child,,,P\n",
    )
    expect(await find(ctx, {})).toEqual(["Uno", "Parent", "Child"])
    const later = at(ctx, "2026-10-14T07:40:00.000Z")
    expect((await listImports(later, {})).imports[0]).toMatchObject({ id: importId, mayUndo: { ok: true } })
    expect(await undoImport(later, { importId, reason })).toEqual({ removed: 2, restored: 1, warnings: [] })
    expect(await find(ctx, {})).toEqual(["One"])
    expect(await getItem(ctx, { key: "WS-1" })).toMatchObject({
      labels: ["red"],
      custom: { team: "North" },
      parent: null,
      version: 3,
    })
    expect(await getImport(ctx, { importId })).toMatchObject({ status: "undone", mayUndo: { ok: false } })
    await expect(undoImport(ctx, { importId, reason })).rejects.toThrow("undone already")
    const events = await look<{ text: string }>(
      world,
      workspace,
      sql`select text from audit_events where action = 'backlog.undoImport' and outcome = 'success'`,
    )
    expect(events.map(({ text }) => JSON.parse(text).reason)).toEqual([reason])
    expect(await bringIn(ctx, "key,title\nP,Parent\n")).toMatchObject({ created: 1 })
  })

  it("refuses over work that was done since, and names it", async () => {
    const workspace = await world.workspace()
    const ctx = await workspace.member("delivery_lead")
    const { importId } = await bringIn(ctx, "key,title\nA,One\nB,Two\nC,Three\nD,Four\n")
    const [a, b, c] = await Promise.all(["WS-1", "WS-2", "WS-3"].map((key) => getItem(ctx, { key })))
    await moveItem(ctx, { id: a!.id, afterId: b!.id })
    await updateItem(ctx, { id: a!.id, version: 1, changes: { title: "Edited" } })
    await addItem(ctx, "Below", { parentId: b!.id })
    const framework = {
      id: newId(),
      key: "rice",
      version: 1,
      name: "RICE",
      publishedAt: NOW,
      publishedBy: ctx.userId,
    }
    await inTransaction(world.open, workspace.id, "write", async (db) => {
      await db.insert(frameworks).values({ ...framework, workspaceId: workspace.id, definition: {} as never })
      const score = { itemId: c!.id, frameworkId: framework.id, userId: ctx.userId, inputs: {} }
      await db.insert(scores).values({ ...score, workspaceId: workspace.id, createdAt: NOW, updatedAt: NOW })
    })
    const refused = await undoImport(ctx, { importId, reason }).catch((error) => error)
    expect(refused).toMatchObject({ code: "RULE_BROKEN" })
    expect(refused.details.current).toMatchObject([
      { key: "WS-1", why: "changed" },
      { key: "WS-2", why: "has a new child" },
      { key: "WS-3", why: "scored" },
    ])
    expect(refused.message).toContain("WS-1 (changed), WS-2 (has a new child) and WS-3 (scored)")
    expect(await find(ctx, {})).toHaveLength(5)
  })

  it("is no matter of mere places in the order", async () => {
    const ctx = await (await world.workspace()).member("delivery_lead")
    const { importId } = await bringIn(ctx, "key,title\nA,One\nB,Two\n")
    const [a, b] = await Promise.all(["WS-1", "WS-2"].map((key) => getItem(ctx, { key })))
    await moveItem(ctx, { id: a!.id, afterId: b!.id })
    expect(await undoImport(ctx, { importId, reason })).toEqual({ removed: 2, restored: 0, warnings: [] })
  })

  it("asks the limits of the columns that items come back into", async () => {
    const ctx = await (await world.workspace()).member("delivery_lead")
    await bringIn(ctx, "key,title,status\nA,One,Doing\n")
    const { importId } = await bringIn(ctx, "key,title,status\nA,One,Done\nB,Two,Doing\n")
    const limit = (kind: "hard" | "soft", version: number) =>
      setWipLimits(ctx, { rules: [{ status: "doing", per: "column", kind, limit: 1 }], version })
    await limit("hard", 0)
    // The item the import made leaves before the other comes back, so there is room until somebody takes it.
    const third = await addItem(ctx, "Three")
    const two = await getItem(ctx, { key: "WS-2" })
    await limit("soft", 1)
    await moveItem(ctx, { id: third.id, status: "doing" })
    await limit("hard", 2)
    const refused = await undoImport(ctx, { importId, reason }).catch((error) => error)
    expect(refused).toMatchObject({ code: "RULE_BROKEN", details: { current: [{ key: "WS-1" }] } })
    expect(refused.message).toContain("WS-1 (Doing holds 1 of at most 1")
    expect(await getItem(ctx, { key: "WS-2" })).toMatchObject({ id: two.id, status: "doing" })
    await limit("soft", 3)
    const { warnings, ...done } = await undoImport(ctx, { importId, reason })
    expect(done).toEqual({ removed: 1, restored: 1 })
    expect(warnings).toEqual(["Doing holds 2 of at most 1"])
  })

  it("is possible for a day, by those who import, in their own workspace", async () => {
    const workspace = await world.workspace()
    const ctx = await workspace.member("delivery_lead")
    const { importId } = await bringIn(ctx, "key,title\nA,One\n")
    const late = at(ctx, "2026-10-14T07:40:00.001Z")
    await expect(undoImport(late, { importId, reason })).rejects.toThrow("within 24 hours")
    await expect(undoImport(await workspace.member("auditor"), { importId, reason })).rejects.toMatchObject({
      code: "FORBIDDEN",
    })
    const stranger = await (await world.workspace()).member("delivery_lead")
    await expect(undoImport(stranger, { importId, reason })).rejects.toMatchObject({ code: "NOT_FOUND" })
    await expect(undoImport(ctx, { importId, reason: " " })).rejects.toMatchObject({ code: "INVALID" })
  })
})
