import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { detectImport } from "@/server/backlog/detect-import"
import { getImport } from "@/server/backlog/get-import"
import { getItem } from "@/server/backlog/get-item"
import { importItems } from "@/server/backlog/import-items"
import { listImports } from "@/server/backlog/list-imports"
import { listItems } from "@/server/backlog/list-items"
import { previewImport } from "@/server/backlog/preview-import"
import { updateItem } from "@/server/backlog/update-item"
import { newId } from "@/server/kernel/domain/id"
import { openWorld } from "@/tests/support/world"
import { addItem, addProduct, bringIn, find, look, refusals, upload } from "./backlog-world"

const world = openWorld()

const lead = async () => (await world.workspace()).member("delivery_lead")

const JIRA = `\uFEFFIssue key;Issue id;Summary;Issue Type;Status;Assignee;Labels;Labels;Due Date;Parent id;Custom field (Story Points);Team
DEL-1;100;Promise dates;Epic;In Progress;ines@example.org;red;blue;12/Mar/24 9:41 AM;;;Blue
DEL-2;101;"Multi
line";Story;To Do;Somebody Else;;;21.06.2025;100;0,5;
DEL-3;102;Broken;Story;Levitating;;;;;;3;
`

describe("uploadImport", () => {
  it("says what the file looks like and keeps it until it is applied", async () => {
    const ctx = await lead()
    const { importId, detection, sha256, importedBefore } = await upload(ctx, JIRA, "jira.csv")
    expect(detection).toMatchObject({
      origin: "jira",
      separator: ";",
      rows: 3,
      encoding: { encoding: "utf-8", bom: true },
    })
    expect(detection.samples[0]).toMatchObject({ row: 2, cells: { Labels: "red, blue" } })
    expect(detection.unknown.statuses).toEqual(["Levitating"])
    expect(importedBefore).toBeNull()
    expect(await getImport(ctx, { importId })).toMatchObject({
      status: "uploaded",
      sha256,
      detection: { rows: 3 },
    })
    const columns = detection.mapping.columns.map((column) =>
      column.header === "Team"
        ? { ...column, target: "status" as const }
        : column.header === "Status"
          ? { ...column, target: "custom" as const }
          : column,
    )
    expect((await detectImport(ctx, { importId, columns })).unknown.statuses).toEqual(["Blue"])
  })

  it("is refused to those who may not import, and recorded; other workspaces know nothing of the file", async () => {
    const workspace = await world.workspace()
    for (const role of ["stakeholder", "auditor", "data_engineer"] as const) {
      await expect(upload(await workspace.member(role), JIRA)).rejects.toMatchObject({ code: "FORBIDDEN" })
    }
    expect(await refusals(world, workspace)).toHaveLength(3)
    const { id: scopeId } = await addProduct(world, workspace, "FUL", "Delivery promise")
    const scoped = await workspace.member("product_owner", { scopeType: "product", scopeId })
    await expect(upload(scoped, JIRA)).rejects.toMatchObject({ code: "FORBIDDEN" })

    const { importId, detection } = await upload(await workspace.member("product_owner"), JIRA)
    const { mapping } = detection
    const stranger = await lead()
    const auditor = await workspace.member("auditor")
    await expect(importItems(auditor, { importId, mapping })).rejects.toMatchObject({ code: "FORBIDDEN" })
    await expect(importItems(stranger, { importId, mapping })).rejects.toMatchObject({ code: "NOT_FOUND" })
    await expect(previewImport(stranger, { importId, mapping })).rejects.toMatchObject({ code: "NOT_FOUND" })
    await expect(getImport(stranger, { importId })).rejects.toMatchObject({ code: "NOT_FOUND" })
    await expect(getImport(scoped, { importId })).rejects.toMatchObject({ code: "FORBIDDEN" })
    expect((await listImports(stranger, {})).imports).toEqual([])
    expect((await listImports(auditor, {})).imports).toMatchObject([{ id: importId, status: "uploaded" }])
  })
})

describe("previewImport", () => {
  it("tells what would happen and changes nothing", async () => {
    const ctx = await lead()
    const { importId, detection } = await upload(ctx, JIRA)
    const preview = await previewImport(ctx, { importId, mapping: detection.mapping })
    expect(preview).toMatchObject({ rows: 3, creates: 2, updates: 0, unchanged: 0, errors: 1, warnings: 2 })
    expect(preview.problems[0]).toMatchObject({
      row: 4,
      column: "Status",
      severity: "error",
      message: expect.stringContaining("Levitating"),
    })
    expect(preview.customFields).toContain("Team")
    expect(preview.samples).toMatchObject([
      { row: 2, key: null, title: "Promise dates" },
      { row: 3, title: "Multi line" },
    ])
    expect(await find(ctx, {})).toEqual([])
  })
})

describe("importItems", () => {
  it("makes items of the rows, in their order, with parents, and records one event", async () => {
    const workspace = await world.workspace()
    const ctx = await workspace.member("delivery_lead")
    await addItem(ctx, "Was here")
    const result = await bringIn(ctx, JIRA, "jira.csv")
    expect(result).toMatchObject({
      rows: 3,
      created: 2,
      updated: 0,
      unchanged: 0,
      errors: 1,
      warnings: 2,
      fileName: "jira.csv",
    })
    expect(await find(ctx, {})).toEqual(["Was here", "Promise dates", "Multi line"])
    const epic = await getItem(ctx, { key: "WS-2" })
    expect(epic).toMatchObject({
      externalKey: "DEL-1",
      type: "epic",
      status: "doing",
      dueDate: "2024-03-12",
      labels: ["red", "blue"],
    })
    expect(epic.custom).toMatchObject({ Team: "Blue", Assignee: "ines@example.org" })
    expect(epic.children).toMatchObject([{ key: "WS-3" }])
    expect(await getItem(ctx, { key: "WS-3" })).toMatchObject({
      estimate: 0.5,
      dueDate: "2025-06-21",
      parent: { key: "WS-2" },
    })
    const events = await look<{ text: string }>(
      world,
      workspace,
      sql`select text from audit_events where action = 'backlog.importItems'`,
    )
    expect(events).toHaveLength(1)
    expect(JSON.parse(events[0]!.text).after).toEqual({
      sha256: result.sha256,
      rows: 3,
      created: 2,
      updated: 0,
      unchanged: 0,
      errors: 1,
    })
    expect(await look(world, workspace, sql`select 1 from import_chunks`)).toEqual([])
    await expect(
      importItems(ctx, { importId: result.importId, mapping: (await upload(ctx, JIRA)).detection.mapping }),
    ).rejects.toThrow("imported already")
  })

  it("changes nothing the second time, and only what differs the third time", async () => {
    const ctx = await lead()
    const first = await bringIn(ctx, JIRA)
    const second = await upload(ctx, JIRA)
    expect(second.importedBefore).toMatchObject({ importId: first.importId })
    const { mapping } = second.detection
    expect(await importItems(ctx, { importId: second.importId, mapping })).toMatchObject({
      created: 0,
      updated: 0,
      unchanged: 2,
    })
    expect(await getItem(ctx, { key: "WS-1" })).toMatchObject({ version: 1 })
    const third = await upload(
      ctx,
      JIRA.replace("Promise dates", "Promised dates").replace("Levitating", "Done"),
    )
    const preview = await previewImport(ctx, { importId: third.importId, mapping })
    expect(preview).toMatchObject({ creates: 1, updates: 1, unchanged: 1, errors: 0 })
    expect(preview.samples[0]).toMatchObject({
      key: "WS-1",
      changes: [{ field: "title", from: "Promise dates", to: "Promised dates" }],
    })
    expect(await importItems(ctx, { importId: third.importId, mapping })).toMatchObject({
      created: 1,
      updated: 1,
      unchanged: 1,
    })
    expect(await getItem(ctx, { key: "WS-1" })).toMatchObject({
      title: "Promised dates",
      version: 2,
      labels: ["red", "blue"],
    })
  })

  it("puts new items into a product when one is chosen", async () => {
    const workspace = await world.workspace()
    const ctx = await workspace.member("product_owner")
    const { id: productId } = await addProduct(world, workspace, "FUL", "Delivery promise")
    const { importId, detection } = await upload(ctx, "key,title\nA,One\nB,Two\n")
    await importItems(ctx, { importId, mapping: detection.mapping, productId })
    const { items } = await listItems(ctx, {})
    expect(items).toMatchObject([{ key: "FUL-1", productName: "Delivery promise" }, { key: "FUL-2" }])
    const second = await upload(ctx, "key,title\nC,Three\n")
    const elsewhere = { importId: second.importId, mapping: second.detection.mapping, productId: newId() }
    await expect(importItems(ctx, elsewhere)).rejects.toMatchObject({ code: "NOT_FOUND" })
  })

  it("maps people only to members", async () => {
    const ctx = await lead()
    const { importId, detection } = await upload(ctx, "key,title,owner\nA,One,Ines\n")
    const mapping = { ...detection.mapping, owners: { ines: ctx.userId } }
    const stranger = { ...mapping, owners: { ines: (await lead()).userId } }
    await expect(importItems(ctx, { importId, mapping: stranger })).rejects.toMatchObject({
      details: { issues: [{ path: "mapping.owners.ines" }] },
    })
    await importItems(ctx, { importId, mapping })
    expect((await listItems(ctx, {})).items[0]).toMatchObject({ ownerId: ctx.userId })
  })

  it("finds parents that come later or are here already, and refuses cycles over both", async () => {
    const ctx = await lead()
    const file = "key,title,parent\nC,Child,P\nP,Parent,\nO,Orphan,NOWHERE\n"
    const { warnings, problems } = await bringIn(ctx, file)
    expect(warnings).toBe(1)
    expect(problems[0]).toMatchObject({ row: 4, severity: "warning", value: "NOWHERE" })
    expect(await getItem(ctx, { key: "WS-1" })).toMatchObject({ parent: { key: "WS-2" } })
    const closing = await bringIn(ctx, "key,title,parent\nP,Parent,WS-1\nN,New,P\n")
    expect(closing).toMatchObject({ created: 1, updated: 0, errors: 1 })
    expect(closing.problems[0]).toMatchObject({ row: 2, message: expect.stringContaining("own ancestor") })
    expect(await getItem(ctx, { key: "WS-4" })).toMatchObject({ parent: { key: "WS-2" } })
    await bringIn(ctx, "key,title,parent\nC,Child,\n")
    expect(await getItem(ctx, { key: "WS-1" })).toMatchObject({ parent: null })
  })

  it("brings nothing in when it fails in its last batch", async () => {
    const workspace = await world.workspace()
    const ctx = await workspace.member("delivery_lead")
    const rows = Array.from({ length: 2300 }, (_, n) => `K-${n},Title ${n}`).join("\n")
    const { importId, detection } = await upload(ctx, `key,title\n${rows}\n`)
    const seen: number[] = []
    const onProgress = (done: number, total: number) => {
      seen.push(done)
      if (done === total) throw new Error("killed")
    }
    await expect(importItems(ctx, { importId, mapping: detection.mapping, onProgress })).rejects.toThrow(
      "killed",
    )
    expect(seen).toEqual([1000, 2000, 2300])
    expect((await listItems(ctx, { withTotal: true })).total).toBe(0)
    expect(await getImport(ctx, { importId })).toMatchObject({ status: "uploaded" })
    const again = await importItems(ctx, { importId, mapping: detection.mapping })
    expect(again).toMatchObject({ created: 2300, errors: 0 })
    const [ranks] = await look<{ different: number }>(
      world,
      workspace,
      sql`select count(distinct rank)::int as different from items`,
    )
    expect(ranks).toEqual({ different: 2300 })
    expect((await find(ctx, {})).slice(0, 2)).toEqual(["Title 0", "Title 1"])
  })

  it("does not overwrite what somebody saves meanwhile with what it read before", async () => {
    const ctx = await lead()
    await bringIn(ctx, "key,title,estimate\nA,One,1\n")
    const { id } = await getItem(ctx, { key: "WS-1" })
    const { importId, detection } = await upload(ctx, "key,title,estimate\nA,One,5\n")
    const both = await Promise.allSettled([
      importItems(ctx, { importId, mapping: detection.mapping }),
      updateItem(ctx, { id, version: 1, changes: { dueDate: "2026-12-24" } }),
    ])
    const item = await getItem(ctx, { id })
    expect(item.estimate).toBe(5)
    expect(item.dueDate).toBe(both[1]!.status === "fulfilled" ? "2026-12-24" : null)
  })
})
