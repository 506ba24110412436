import { execFile } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { promisify } from "node:util"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { GET } from "@/app/api/v1/audit/export/route"
import { setDatabase } from "@/db/client"
import { apiTokens } from "@/db/schema/members"
import { createCheckpoint } from "@/server/audit/create-checkpoint"
import { exportLines } from "@/server/audit/export-lines"
import { listEvents } from "@/server/audit/list-events"
import { verifyExport } from "@/server/audit/proof/verify-export"
import { inTransaction } from "@/server/kernel/database"
import { newId } from "@/server/kernel/domain/id"
import type { Permission } from "@/server/kernel/domain/permissions"
import { hashSecret } from "@/server/kernel/session"
import { NOW, openWorld } from "@/tests/support/world"
import { giveAuditKey, note, tamper, trailOf } from "./trail"

const world = openWorld()
const folder = mkdtempSync(path.join(tmpdir(), "plumbline-export-"))
beforeAll(giveAuditKey)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function collect(lines: AsyncIterable<string>): Promise<string> {
  let text = ""
  for await (const line of lines) text += line
  return text
}

/** `npm run plumbline -- audit verify FILE` in a process of its own, without database or keys. */
async function verifyOffline(name: string, text: string) {
  const file = path.join(folder, name)
  writeFileSync(file, text)
  const { PLUMBLINE_AUDIT_KEY: _key, DATABASE_URL: _url, TEST_DATABASE_URL: _test, ...env } = process.env
  const args = ["--import", "tsx", "server/cli/plumbline.ts", "audit", "verify", file]
  const failed = (error: { code: number; stdout: string }) => ({ code: error.code, stdout: error.stdout })
  return promisify(execFile)(process.execPath, args, { env }).then(
    ({ stdout }) => ({ code: 0, stdout }),
    failed,
  )
}

describe("an export", () => {
  it("of every record verifies offline, and is itself recorded", async () => {
    const { admin } = await trailOf(world, 25)
    await createCheckpoint(admin, {})
    await note(admin, { word: "after" })
    const text = await collect(exportLines(admin))
    expect(text.trimEnd().split("\n")).toHaveLength(1 + 27 + 2)
    const result = await verifyOffline("good.ndjson", text)
    expect(result.stdout).toContain("VERIFIED")
    expect(result.stdout).toContain("27 records (1 to 27)")
    expect(result.code).toBe(0)
    const { events } = await listEvents(admin, { actions: ["audit.exportTrail"] })
    expect(events).toMatchObject([{ seq: 28, summary: "Exported the audit trail, 27 records" }])
  }, 40_000)

  it("with a changed record is found out offline", async () => {
    const { admin } = await trailOf(world, 3)
    const text = (await collect(exportLines(admin))).replace("Noted w2", "Noted x2")
    const result = await verifyOffline("bad.ndjson", text)
    expect(result.code).toBe(1)
    expect(result.stdout).toContain("NOT VERIFIED")
    expect(result.stdout).toContain("record 2")
  }, 40_000)

  it("carries what the columns say, so that a change beside the sealed text shows", async () => {
    const { admin, workspace } = await trailOf(world, 3)
    await tamper(
      world,
      `update audit_events set actor_name = 'Nobody' where workspace_id = '${workspace.id}' and summary = 'Noted w2'`,
    )
    const lines = (await collect(exportLines(admin))).trimEnd().split("\n")
    async function* each() {
      yield* lines
    }
    expect(await verifyExport(each())).toMatchObject({ ok: false, reason: "altered", seq: 2 })
  })

  it("goes on from batch to batch", async () => {
    const { admin } = await trailOf(world, 0)
    for (let i = 0; i < 53; i++)
      await Promise.all(Array.from({ length: 20 }, (_, n) => note(admin, { word: `${i}-${n}` })))
    async function* each() {
      yield* (await collect(exportLines(admin))).trimEnd().split("\n")
    }
    expect(await verifyExport(each())).toMatchObject({ ok: true, records: 1060 })
  }, 60_000)
})

describe("GET /api/v1/audit/export", () => {
  async function tokenWith(permissions: Permission[]) {
    const { admin, workspace } = await trailOf(world, 4)
    const token = `plb_${newId()}`
    const row = {
      id: newId(),
      userId: admin.userId,
      name: "Nightly archive",
      hint: "plb_",
      tokenHash: hashSecret(token),
    }
    await inTransaction(world.open, workspace.id, "write", (db) =>
      db.insert(apiTokens).values({
        ...row,
        workspaceId: workspace.id,
        permissions,
        createdAt: NOW,
        expiresAt: "2099-01-01T00:00:00.000Z",
      }),
    )
    return { token, workspace, admin }
  }
  const get = (headers: Record<string, string>) =>
    GET(new Request("http://localhost/api/v1/audit/export", { headers }))
  beforeAll(() => {
    process.env.AUTH_SECRET = "secret of this test"
    setDatabase(world.open)
  })
  afterAll(() => setDatabase(undefined))

  it("streams the file to a token that may export", async () => {
    const { token, workspace } = await tokenWith(["audit.export"])
    const response = await get({ authorization: `Bearer ${token}` })
    expect(response.status).toBe(200)
    expect(response.headers.get("content-disposition")).toMatch(
      `attachment; filename="audit-${workspace.slug}-`,
    )
    const lines = (await response.text()).trimEnd().split("\n")
    async function* each() {
      yield* lines
    }
    expect(await verifyExport(each())).toMatchObject({ ok: true, records: 4, workspaceId: workspace.id })
  })

  it("refuses others before the first byte", async () => {
    const { token, admin } = await tokenWith(["audit.read"])
    const refused = await get({ authorization: `Bearer ${token}` })
    expect(refused.status).toBe(403)
    expect(await refused.json()).toMatchObject({ error: { reason: "FORBIDDEN" } })
    expect((await get({})).status).toBe(401)
    expect((await get({ authorization: "Bearer plb_wrong" })).status).toBe(401)
    expect((await get({ "sec-fetch-site": "cross-site" })).status).toBe(403)
    expect((await listEvents(admin, { outcomes: ["denied"] })).events).toMatchObject([
      { action: "audit.exportTrail" },
    ])
  })
})
