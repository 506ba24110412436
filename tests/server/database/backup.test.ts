import { createHash } from "node:crypto"
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { gunzipSync, gzipSync } from "node:zlib"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { type OpenDatabase, openDatabase } from "@/db/client"
import { migrate } from "@/db/migrate"
import { verifyTrail } from "@/server/audit/verify-trail"
import { writeBackup } from "@/server/cli/backup-write"
import { restoreBackup } from "@/server/cli/restore-load"
import type { Ctx } from "@/server/kernel/context"
import { giveAuditKey, note } from "@/tests/server/audit/trail"
import { onPostgres, openTestDatabase } from "@/tests/support/test-database"
import { NOW, openWorld } from "@/tests/support/world"
import { contents, fillWithSamples } from "./sample-data"

const world = openWorld()
const folder = mkdtempSync(path.join(tmpdir(), "plumbline-backup-"))
const file = path.join(folder, "good.ndjson.gz")
let sample: { workspaceId: string; userId: string }
const opened: OpenDatabase[] = []

async function emptyDatabase(): Promise<OpenDatabase> {
  const open = await openTestDatabase()
  opened.push(open)
  return open
}

/** One empty database for every restore that is refused: each leaves it as it was. */
let spare: Promise<OpenDatabase> | undefined
function spareDatabase(): Promise<OpenDatabase> {
  spare ??= emptyDatabase()
  return spare
}

async function embeddedDatabase(): Promise<OpenDatabase> {
  const open = await openDatabase({ directory: "memory://" })
  opened.push(open)
  await migrate(open)
  return open
}

/** A copy of the good backup with its text changed; the checksum stays as it was. */
function changed(name: string, change: (text: string) => string): string {
  const copy = path.join(folder, name)
  writeFileSync(copy, gzipSync(change(gunzipSync(readFileSync(file)).toString())))
  return copy
}

/** The administrator of the sample, working in another database. */
function adminIn(open: OpenDatabase): Ctx {
  const { workspaceId, userId } = sample
  return {
    caller: {
      actor: { type: "user", id: userId, name: "Ines" },
      user: { id: userId, name: "Ines", email: "ines@example.org" },
      sessionId: null,
      workspace: { id: workspaceId, slug: "w", name: "Test workspace" },
      grants: [{ role: "administrator", scopeType: "workspace", scopeId: null }],
      limitedTo: null,
    },
    request: { requestId: "test" },
    clock: () => NOW,
    database: async () => open,
  }
}

beforeAll(async () => {
  giveAuditKey()
  sample = await fillWithSamples(world)
  await fillWithSamples(world)
  await writeBackup(world.open, file)
}, 60_000)
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  for (const open of opened) await open.close()
})

async function provesWhole(open: OpenDatabase): Promise<void> {
  expect(await contents(open)).toEqual(await contents(world.open))
  const admin = adminIn(open)
  expect(await verifyTrail(admin, {})).toMatchObject({ ok: true, records: 8, checkpoints: 1 })
  await note(admin, { word: "goes on" })
  expect(await verifyTrail(admin, {})).toMatchObject({ ok: true, records: 9 })
}

describe("a backup", () => {
  it("restores every row and value, and the audit chain goes on", async () => {
    const target = await emptyDatabase()
    const { header, broken } = await restoreBackup(target, file)
    expect(broken).toBe(0)
    expect(header.tables.find(({ name }) => name === "items")).toMatchObject({ rows: 4 })
    expect(header.tables.find(({ name }) => name === "items")?.columns).not.toContain("search")
    await provesWhole(target)
  }, 60_000)

  it.skipIf(!onPostgres)(
    `of PostgreSQL restores into the embedded database and back${onPostgres ? "" : " (SKIPPED: runs with TEST_DATABASE_URL)"}`,
    async () => {
      const embedded = await embeddedDatabase()
      await restoreBackup(embedded, file)
      expect(await contents(embedded)).toEqual(await contents(world.open))
      const second = path.join(folder, "embedded.ndjson.gz")
      await writeBackup(embedded, second)
      const target = await emptyDatabase()
      await restoreBackup(target, second)
      await provesWhole(target)
    },
    180_000,
  )

  it("is readable by its owner only and never overwritten", async () => {
    expect(statSync(file).mode & 0o077).toBe(0)
    await expect(writeBackup(world.open, file)).rejects.toThrow("exists")
  })

  it("holds no secret of the installation", () => {
    expect(gunzipSync(readFileSync(file)).toString()).not.toContain(process.env.PLUMBLINE_AUDIT_KEY)
  })
})

describe("a restore", () => {
  it("refuses a database that is not empty, and changes nothing", async () => {
    const before = await contents(world.open)
    await expect(restoreBackup(world.open, file)).rejects.toThrow("not empty")
    expect(await contents(world.open)).toEqual(before)
  })

  it("with --force deletes what is there, after saying so", async () => {
    const target = await emptyDatabase()
    await restoreBackup(target, file)
    await note(adminIn(target), { word: "to be lost" })
    const said: string[] = []
    await restoreBackup(target, file, { force: true, say: (text) => said.push(text) })
    expect(said.join()).toContain("deleting everything")
    await provesWhole(target)
  }, 60_000)

  it.each([
    ["a changed value", "checksum", (text: string) => text.replace("Fulfilment", "Fulfillment")],
    ["a removed row", "checksum", (text: string) => text.replace(/\n\{[^\n]*FUL-1[^\n]*/, "")],
    ["a missing end", "cut off", (text: string) => text.slice(0, -200)],
    ["a newer format", "newer version", (text: string) => text.replace('"version":1', '"version":2')],
    ["another file's contents", "not a Plumbline backup", () => '{"a":1}\n'],
    ["nothing inside", "not a Plumbline backup", () => ""],
  ])("refuses a backup with %s", async (name, message, change) => {
    const target = await spareDatabase()
    const bad = changed(`${name}.gz`, change)
    await expect(restoreBackup(target, bad, { force: true })).rejects.toThrow(message)
    expect((await contents(target)).users).toEqual([])
  })

  it("refuses files that are no gzip, cut off in the middle, or absent", async () => {
    const target = await spareDatabase()
    const plain = path.join(folder, "plain.gz")
    writeFileSync(plain, "plain text")
    await expect(restoreBackup(target, plain)).rejects.toThrow("damaged or not a Plumbline backup")
    const cut = path.join(folder, "cut.gz")
    writeFileSync(cut, readFileSync(file).subarray(0, 1500))
    await expect(restoreBackup(target, cut)).rejects.toThrow("damaged or not a Plumbline backup")
    await expect(restoreBackup(target, path.join(folder, "none.gz"))).rejects.toThrow("There is no file")
  })

  it("refuses a migration that it does not know", async () => {
    const future = changed("future.gz", (text) => {
      const body = text
        .slice(0, text.trimEnd().lastIndexOf("\n") + 1)
        .replace(/"migration":"[^"]+"/, '"migration":"9999_future"')
      return `${body}${JSON.stringify({ sha256: createHash("sha256").update(body).digest("hex") })}\n`
    })
    await expect(restoreBackup(await spareDatabase(), future)).rejects.toThrow("9999_future")
  })

  it("leaves nothing behind when it fails half way", async () => {
    const twice = changed("twice.gz", (text) => {
      const head = text.slice(0, text.trimEnd().lastIndexOf("\n") + 1)
      const body = head.replace(/"type":"story"/, '"type":null')
      return `${body}${JSON.stringify({ sha256: createHash("sha256").update(body).digest("hex") })}\n`
    })
    const target = await spareDatabase()
    await expect(restoreBackup(target, twice)).rejects.toThrow()
    expect(Object.values(await contents(target)).flat()).toEqual([])
  })
})
