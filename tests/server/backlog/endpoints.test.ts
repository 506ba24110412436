import { inflateRawSync } from "node:zlib"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { setDatabase } from "@/db/client"
import { apiTokens } from "@/db/schema/members"
import { EMPTY_VIEW, parseView } from "@/server/backlog/domain/item-view"
import { answerExport, type ExportFormat } from "@/server/backlog/export-endpoint"
import { answerApply, answerUpload } from "@/server/backlog/import-endpoints"
import { listItems } from "@/server/backlog/list-items"
import { saveView } from "@/server/backlog/save-view"
import type { Ctx } from "@/server/kernel/context"
import { inTransaction } from "@/server/kernel/database"
import { newId } from "@/server/kernel/domain/id"
import type { Permission, Role } from "@/server/kernel/domain/permissions"
import { hashSecret } from "@/server/kernel/session"
import { openWorld, type TestWorkspace } from "@/tests/support/world"

const world = openWorld()
beforeAll(() => {
  process.env.AUTH_SECRET ??= "for tests only"
  setDatabase(world.open)
})
afterAll(() => setDatabase(undefined))

async function withToken(
  workspace: TestWorkspace,
  role: Role,
  permissions: Permission[],
  expiresAt = "2999-01-01T00:00:00.000Z",
) {
  const ctx = await workspace.member(role)
  const secret = `plb_${newId()}`
  const row = {
    id: newId(),
    userId: ctx.userId,
    name: "CI",
    hint: "plb_…",
    tokenHash: hashSecret(secret),
    permissions,
  }
  await inTransaction(world.open, workspace.id, "write", (db) =>
    db.insert(apiTokens).values({ ...row, workspaceId: workspace.id, createdAt: ctx.clock(), expiresAt }),
  )
  return { ctx, headers: { authorization: `Bearer ${secret}` } }
}

const post = (path: string, headers: Record<string, string>, body: BodyInit) =>
  new Request(`http://localhost${path}`, { method: "POST", headers, body })

const FILE = "key,title,team\nA,One,North\nB,=Two,South\n"

describe("POST /api/v1/imports", () => {
  let workspace: TestWorkspace
  let ctx: Ctx
  let headers: Record<string, string>
  beforeAll(async () => {
    workspace = await world.workspace()
    ;({ ctx, headers } = await withToken(workspace, "delivery_lead", ["backlog.read", "backlog.import"]))
  })

  it("takes a file, and applies it in a second call that tells its progress", async () => {
    const uploaded = await answerUpload(post("/api/v1/imports?name=../a/plan.csv", headers, FILE))
    expect(uploaded.status).toBe(201)
    const { importId, detection } = (await uploaded.json()) as {
      importId: string
      detection: { mapping: object; rows: number }
    }
    expect(detection.rows).toBe(2)
    const body = JSON.stringify({ mapping: detection.mapping })
    const applied = await answerApply(post(`/api/v1/imports/${importId}/apply`, headers, body), importId)
    expect(applied.headers.get("content-type")).toContain("ndjson")
    const lines = (await applied.text()).trim().split("\n")
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { done: 2, total: 2 },
      { result: { importId, fileName: "plan.csv", created: 2, errors: 0 } },
    ])
    const again = await answerApply(post("/x", headers, body), importId)
    expect([again.status, await again.json()]).toMatchObject([422, { error: { reason: "RULE_BROKEN" } }])
  })

  it("does all in one call, with the guessed mapping or a given one", async () => {
    const once = await answerUpload(post("/api/v1/imports?name=plan.csv&apply=1", headers, FILE))
    expect(await once.json()).toMatchObject({ created: 0, unchanged: 2 })
    const mapping = {
      columns: [
        { header: "key", target: "externalKey" },
        { header: "title", target: "title" },
        { header: "team", target: "ignore" },
      ],
    }
    const given = { ...headers, "x-plumbline-mapping": JSON.stringify(mapping) }
    const third = await answerUpload(
      post("/api/v1/imports?name=plan.csv&apply=1", given, FILE.replace("One", "Uno")),
    )
    expect(await third.json()).toMatchObject({ created: 0, updated: 1, unchanged: 1 })
  })

  it("answers what is wrong with the file, the mapping or the caller", async () => {
    const status = async (request: Request) => {
      const response = await answerUpload(request)
      return [
        response.status,
        ((await response.json()) as { error: { reason: string; message: string } }).error,
      ]
    }
    expect(await status(post("/x?name=a.csv", headers, ""))).toMatchObject([
      400,
      { message: expect.stringContaining("empty") },
    ])
    expect(await status(post("/x?apply=1&mapping={", headers, FILE))).toMatchObject([
      400,
      { message: "The mapping is not valid JSON" },
    ])
    expect(await status(post("/x?encoding=klingon", headers, FILE))).toMatchObject([
      400,
      { reason: "INVALID" },
    ])
    expect(await status(post("/x", {}, FILE))).toMatchObject([401, { reason: "UNAUTHENTICATED" }])
    const auditor = await withToken(workspace, "auditor", ["backlog.read", "backlog.import"])
    expect(await status(post("/x", auditor.headers, FILE))).toMatchObject([403, { reason: "FORBIDDEN" }])
    const readOnly = await withToken(workspace, "delivery_lead", ["backlog.read"])
    expect(await status(post("/x", readOnly.headers, FILE))).toMatchObject([403, { reason: "FORBIDDEN" }])
    const expired = await withToken(
      workspace,
      "delivery_lead",
      ["backlog.import"],
      "2026-01-01T00:00:00.000Z",
    )
    expect(await status(post("/x", expired.headers, FILE))).toMatchObject([
      401,
      { reason: "UNAUTHENTICATED" },
    ])
  })

  it("refuses a body over 50 MB before it reaches the database", { timeout: 120_000 }, async () => {
    const body = Buffer.alloc(50 * 1024 * 1024 + 1, "a,b\n")
    const response = await answerUpload(post("/x?name=big.csv", headers, body))
    expect([response.status, await response.json()]).toMatchObject([
      400,
      { error: { message: expect.stringContaining("larger than 50 MB") } },
    ])
  })

  it("goes on when the caller leaves", async () => {
    const file = `key,title\n${Array.from({ length: 1500 }, (_, n) => `L-${n},Left ${n}`).join("\n")}\n`
    const uploaded = await answerUpload(post("/x?name=left.csv", headers, file))
    const { importId, detection } = (await uploaded.json()) as {
      importId: string
      detection: { mapping: object }
    }
    const applied = await answerApply(
      post("/x", headers, JSON.stringify({ mapping: detection.mapping })),
      importId,
    )
    await applied.body!.cancel()
    await expect
      .poll(
        async () => (await listItems(ctx, { filter: { search: "left" }, limit: 1, withTotal: true })).total,
        { timeout: 20_000 },
      )
      .toBe(1500)
  })
})

describe("GET /api/v1/exports/items.csv", () => {
  it("streams the filtered backlog, formulas guarded", async () => {
    const workspace = await world.workspace()
    const { headers } = await withToken(workspace, "product_owner", ["backlog.read", "backlog.import"])
    await answerUpload(post("/x?apply=1", headers, FILE))
    const get = (query: string, given = headers as Record<string, string>) =>
      answerExport(
        new Request(`http://localhost/api/v1/exports/items.csv${query}`, { headers: given }),
        "csv",
      )
    const all = await get("")
    expect(all.headers.get("content-disposition")).toMatch(/backlog-\d{4}-\d\d-\d\d\.csv/)
    const text = Buffer.from(await all.arrayBuffer()).toString("utf8")
    expect(text.startsWith('\uFEFF"Plumbline key",')).toBe(true)
    expect(text).toContain(`"'=Two"`)
    const filtered = await (await get("?q=one")).text()
    expect(filtered).toContain('"One"')
    expect(filtered).not.toContain("Two")
    expect((await get("", {})).status).toBe(401)
    expect((await get("?workspace=elsewhere", { authorization: "Bearer nonsense" })).status).toBe(401)
  })
})

/** A file inside a zip archive, found by the archive's directory (PKWARE APPNOTE 4.3.12). */
function textOf(zip: Buffer, name: string): string {
  let at = zip.readUInt32LE(zip.lastIndexOf("PK\x05\x06", undefined, "latin1") + 16)
  for (; zip.readUInt32LE(at) === 0x02014b50; ) {
    const [nameSize, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset))
    const local = zip.readUInt32LE(at + 42)
    const found = zip.toString("utf8", at + 46, at + 46 + nameSize!)
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    if (found === name) return inflateRawSync(zip.subarray(start)).toString()
    at += 46 + nameSize! + extra! + comment!
  }
  return ""
}

describe("GET /api/v1/exports/items.json and .xlsx", () => {
  it("exports a view: its columns, order and filter, saved or from the address", async () => {
    const workspace = await world.workspace()
    const { ctx, headers } = await withToken(workspace, "product_owner", ["backlog.read", "backlog.import"])
    await answerUpload(post("/x?apply=1", headers, FILE))
    const get = (format: ExportFormat, query: string) =>
      answerExport(
        new Request(`http://localhost/api/v1/exports/items.${format}${query}`, { headers }),
        format,
      )
    const query = "?fields=view&columns=custom.team,status&sort=-title"
    const body = (await (await get("json", query)).json()) as { columns: string[]; items: unknown[] }
    expect(body).toMatchObject({ format: "plumbline-items", version: 1, exportedAt: expect.any(String) })
    expect(body.columns).toEqual(["key", "title", "custom.team", "status"])
    expect(body.items).toEqual([
      { key: "WS-1", title: "One", status: "Idea", custom: { team: "North" } },
      { key: "WS-2", title: "=Two", status: "Idea", custom: { team: "South" } },
    ])
    const view = { ...EMPTY_VIEW, ...parseView(new URLSearchParams("q=two&columns=custom.team")) }
    const { id } = await saveView(ctx, { name: "Two", view })
    const csv = await (await get("csv", `?view=${id}`)).text()
    expect(csv).toBe('"Plumbline key","Title","Custom field (team)"\r\n"WS-2","\'=Two","South"\r\n')
    expect((await get("csv", "?view=nothing")).status).toBe(404)
    const empty = await (await get("json", "?q=nobody")).json()
    expect(empty).toMatchObject({ items: [] })
    const workbook = Buffer.from(await (await get("xlsx", query)).arrayBuffer())
    expect(textOf(workbook, "xl/worksheets/sheet1.xml")).not.toContain("<f>")
    expect(textOf(workbook, "xl/sharedStrings.xml")).toContain("=Two")
  })
})
