import { execFile } from "node:child_process"
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { promisify } from "node:util"
import { sql } from "drizzle-orm"
import { afterAll, afterEach, describe, expect, it } from "vitest"
import { type Db, type OpenDatabase, openDatabase, refuseUnsafeRole } from "@/db/client"
import { takeLock } from "@/db/lock-file"
import { loadSecrets } from "@/server/kernel/secrets"
import { onPostgres } from "@/tests/support/test-database"
import { openWorld } from "@/tests/support/world"

const world = openWorld()
const folder = mkdtempSync(path.join(tmpdir(), "plumbline-guards-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Outcome = { code: number; stdout: string; stderr: string }

/** An entry point in a process of its own, on an embedded database. */
async function runCli(file: string, args: string[], home: string): Promise<Outcome> {
  const { DATABASE_URL: _url, ...env } = process.env
  const command = ["--import", "tsx", `server/cli/${file}.ts`, ...args]
  const ran = promisify(execFile)(process.execPath, command, { env: { ...env, PLUMBLINE_HOME: home } })
  return ran.then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: Outcome) => ({ code: error.code, stdout: error.stdout, stderr: error.stderr }),
  )
}

/** The id of a process that has just ended. */
async function deadProcess(): Promise<number> {
  const child = execFile(process.execPath, ["-e", ""])
  await new Promise((resolve) => child.once("exit", resolve))
  return child.pid!
}

describe("the embedded directory", () => {
  it("is refused to a second process, with the remedy, and free again after the first", async () => {
    const home = path.join(folder, "shared")
    const first = await openDatabase({ directory: path.join(home, "data") })
    const refused = await runCli("migrate", [], home)
    expect(refused.code).toBe(1)
    expect(refused.stderr).toContain(`in use by process ${process.pid}`)
    expect(refused.stderr).toContain("PLUMBLINE_HOME")
    expect(refused.stderr).not.toContain("    at ")
    await first.close()
    expect((await runCli("migrate", [], home)).code).toBe(0)
  }, 120_000)

  it("is taken over from a process that died", async () => {
    const lock = path.join(folder, "dead.lock")
    writeFileSync(lock, JSON.stringify({ pid: await deadProcess(), startedAt: "" }))
    const release = takeLock(lock)
    expect(readFileSync(lock, "utf8")).toContain(String(process.pid))
    expect(() => takeLock(lock)).toThrow("in use")
    release()
    expect(existsSync(lock)).toBe(false)
  })

  it("is migrated, saved and restored by the commands", async () => {
    const home = path.join(folder, "one")
    const other = path.join(folder, "two")
    const file = path.join(folder, "saved.ndjson.gz")
    expect((await runCli("migrate", [], home)).stdout).toContain("newest version")
    const saved = await runCli("backup", [file], home)
    expect(saved.stdout).toContain("Saved 0 rows")
    expect(saved.stdout).toContain("Not in the backup: the secrets")
    const restored = await runCli("restore", [file], other)
    expect(restored.stdout).toContain("counts and audit chains agree")
    expect((await runCli("backup", [], home)).stderr).toContain("Usage")
    expect((await runCli("restore", ["--wrong", file], other)).code).toBe(1)
  }, 240_000)
})

describe("secrets", () => {
  const kept = { ...process.env }
  afterEach(() => {
    process.env = { ...kept }
  })

  it("must be given with DATABASE_URL: each missing one is named with how to make it", () => {
    process.env = {
      ...kept,
      DATABASE_URL: "postgres://db/plumbline",
      AUTH_SECRET: "",
      PLUMBLINE_AUDIT_KEY: "",
    }
    expect(loadSecrets).toThrow(/AUTH_SECRET: .*openssl rand[\s\S]*PLUMBLINE_AUDIT_KEY: .*openssl genpkey/)
    process.env.AUTH_SECRET = "given"
    expect(loadSecrets).not.toThrow("AUTH_SECRET")
  })

  it("are made once for the embedded database, readable by the owner only", () => {
    const home = path.join(folder, "secrets")
    mkdirSync(home)
    const { DATABASE_URL: _url, AUTH_SECRET: _auth, PLUMBLINE_AUDIT_KEY: _key, ...env } = kept
    process.env = { ...env, PLUMBLINE_HOME: home }
    loadSecrets()
    const made = { auth: process.env.AUTH_SECRET, key: process.env.PLUMBLINE_AUDIT_KEY }
    expect(statSync(path.join(home, "secrets.json")).mode & 0o077).toBe(0)
    process.env = { ...env, PLUMBLINE_HOME: home }
    loadSecrets()
    expect({ auth: process.env.AUTH_SECRET, key: process.env.PLUMBLINE_AUDIT_KEY }).toEqual(made)
  })
})

describe("the login of PostgreSQL", () => {
  it("is refused when it bypasses row security and cannot switch to the app role", async () => {
    const rows = [{ name: "boss", unsafe: true, member: false }]
    const db = { execute: async () => rows } as unknown as Db
    const open = { kind: "postgres", db } as OpenDatabase
    await expect(refuseUnsafeRole(open)).rejects.toThrow(/"boss" cannot switch .*bypasses row-level security/)
  })

  const label = onPostgres ? "" : " (SKIPPED: runs with TEST_DATABASE_URL)"
  it.skipIf(!onPostgres)(`is refused when it is no member of the app role${label}`, async () => {
    const name = `guest_${crypto.randomUUID().replaceAll("-", "")}`
    await world.open.db.execute(sql.raw(`create role ${name} login password 'guest'`))
    const url = new URL(world.open.url!)
    url.username = name
    url.password = "guest"
    const guest = await openDatabase({ url: url.href, directory: "", poolSize: 1 })
    await expect(refuseUnsafeRole(guest)).rejects.toThrow(`"${name}" cannot switch to the role plumbline_app`)
    await guest.close()
    await world.open.db.execute(sql.raw(`drop role ${name}`))
    await expect(refuseUnsafeRole(world.open)).resolves.toBeUndefined()
  })
})
