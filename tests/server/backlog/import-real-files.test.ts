import { createReadStream, existsSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { listItems } from "@/server/backlog/list-items"
import { undoImport } from "@/server/backlog/undo-import"
import { openWorld } from "@/tests/support/world"
import { bringIn, find } from "./backlog-world"

const world = openWorld()

const FILES = [
  { name: "talenddataquality.csv", rows: 1381, search: "TDQ-249" },
  { name: "springxd.csv", rows: 3526, search: "XD-3759" },
]

describe.each(FILES)("the real backlog $name", ({ name, rows, search }) => {
  const path = new URL(`../../../../shared/data/backlog/${name}`, import.meta.url).pathname
  const there = existsSync(path)
  const title = "comes in whole, changes nothing the second time, and is taken back whole"
  const say = there ? title : `${title} (SKIPPED: ${path} is not on this machine)`

  it.skipIf(!there)(say, { timeout: 120_000 }, async () => {
    const ctx = await (await world.workspace()).member("delivery_lead")
    const first = await bringIn(ctx, createReadStream(path), name)
    expect(first).toMatchObject({ rows, created: rows, updated: 0, unchanged: 0, errors: 0, warnings: 0 })
    const total = async () => (await listItems(ctx, { limit: 1, withTotal: true })).total
    expect(await total()).toBe(rows)
    expect((await find(ctx, { search })).length).toBeGreaterThan(0)
    const second = await bringIn(ctx, createReadStream(path), name)
    expect(second).toMatchObject({ rows, created: 0, updated: 0, unchanged: rows, errors: 0 })
    const undone = await undoImport(ctx, { importId: first.importId, reason: "Trial" })
    expect(undone).toEqual({ removed: rows, restored: 0, warnings: [] })
    expect(await total()).toBe(0)
  })
})
