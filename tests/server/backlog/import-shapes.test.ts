import { beforeAll, describe, expect, it } from "vitest"
import { exportItems } from "@/server/backlog/export-items"
import { getItem } from "@/server/backlog/get-item"
import { importItems } from "@/server/backlog/import-items"
import { previewImport } from "@/server/backlog/preview-import"
import { searchItems } from "@/server/backlog/search-items"
import type { Ctx } from "@/server/kernel/context"
import { openWorld, type TestWorkspace } from "@/tests/support/world"
import { addItem, bringIn, upload } from "./backlog-world"

const world = openWorld()
let workspace: TestWorkspace
let owner: Awaited<ReturnType<TestWorkspace["member"]>>
beforeAll(async () => {
  workspace = await world.workspace()
  owner = await workspace.member("product_owner")
})

async function exported(ctx: Ctx, format: "csv" | "json"): Promise<string> {
  let text = ""
  let after: NonNullable<Parameters<typeof exportItems>[1]["after"]> | null = null
  do {
    const piece: Awaited<ReturnType<typeof exportItems>> = await exportItems(ctx, { format, after })
    text += piece.text
    after = piece.next
  } while (after)
  return text
}

describe("our own export", () => {
  it.each(["csv", "json"] as const)("imported again as %s changes nothing", async (format) => {
    const here = await (await world.workspace()).member("product_owner")
    const whole = await addItem(here, "=Whole, with a formula", { type: "epic", labels: ["a", "b"] })
    const full = { estimate: 2.5, dueDate: "2026-12-24", quarter: "2026-Q4", ownerId: here.userId }
    await addItem(here, "'Part “quoted”\u00a0", {
      ...full,
      parentId: whole.id,
      description: "Line one\n- two;three",
      custom: { Team: "+North", Title: "Not the title" },
    })
    const { importId, detection } = await upload(here, await exported(here, format), `backlog.${format}`)
    expect(detection).toMatchObject({ origin: "plumbline", format, rows: 2 })
    const { mapping } = detection
    expect(await previewImport(here, { importId, mapping })).toMatchObject({ samples: [], errors: 0 })
    expect(await importItems(here, { importId, mapping })).toMatchObject({
      created: 0,
      updated: 0,
      unchanged: 2,
      errors: 0,
      warnings: 0,
    })
  })

  it("makes the same items in another workspace", async () => {
    const there = await (await world.workspace()).member("product_owner")
    const whole = await addItem(owner, "Whole to move", { type: "epic", labels: ["moved"] })
    await addItem(owner, "Part to move", { parentId: whole.id, custom: { Team: "North" } })
    const result = await bringIn(there, await exported(owner, "json"), "backlog.json")
    expect(result).toMatchObject({ errors: 0 })
    const [part] = (await searchItems(there, { text: "Part to move" })).items
    expect(await getItem(there, { id: part!.id })).toMatchObject({
      parent: { title: "Whole to move" },
      custom: { Team: "North" },
    })
  })
})

describe("a JSON file", () => {
  it("goes the way of every file: looked at, imported, and imported again without effect", async () => {
    const issues = [
      {
        number: 1,
        title: "First issue",
        state: "OPEN",
        body: "Why",
        labels: [{ name: "bug" }],
        url: "https://github.com/o/r/issues/1",
      },
      {
        number: 2,
        title: "Second issue",
        state: "CLOSED",
        body: "",
        labels: [],
        url: "https://github.com/o/r/issues/2",
      },
    ]
    const text = JSON.stringify(issues)
    expect(await bringIn(owner, text, "issues.json")).toMatchObject({ created: 2, errors: 0 })
    expect(await bringIn(owner, text, "issues.json")).toMatchObject({ created: 0, unchanged: 2 })
    const [first] = (await searchItems(owner, { text: "First issue" })).items
    expect(await getItem(owner, { id: first!.id })).toMatchObject({ externalKey: "o/r#1", type: "debt" })
  })

  it("that cannot be read is refused with the reason, and nothing is kept", async () => {
    await expect(upload(owner, '[{"title": "x"', "broken.json")).rejects.toMatchObject({
      code: "INVALID",
      message: expect.stringContaining("begins like JSON"),
    })
  })
})
