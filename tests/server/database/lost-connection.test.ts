import { spawn } from "node:child_process"
import { once } from "node:events"
import { sql } from "drizzle-orm"
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest"
import { openDatabase } from "@/db/client"
import { inTransaction } from "@/server/kernel/database"
import { installQueue } from "@/server/kernel/jobs/boss"
import { openGate } from "@/tests/support/tcp-gate"
import { onPostgres } from "@/tests/support/test-database"
import { openWorld } from "@/tests/support/world"

const world = openWorld()
const label = onPostgres ? "" : " (SKIPPED: runs with TEST_DATABASE_URL)"
const pause = (ms: number) => new Promise((later) => setTimeout(later, ms))

/** The way to this file's database through a gate. */
async function throughGate() {
  const url = new URL(world.open.url!)
  const gate = await openGate({ host: url.hostname, port: Number(url.port) })
  url.port = String(gate.port)
  return { gate, url: url.href }
}

async function until(condition: () => boolean, otherwise = () => "It did not come to pass"): Promise<void> {
  for (const end = Date.now() + 120_000; !condition(); await pause(50)) {
    if (Date.now() > end) throw new Error(otherwise())
  }
}

const uncaught: unknown[] = []
const note = (error: unknown) => void uncaught.push(error)
beforeAll(() => void process.on("uncaughtException", note))
afterAll(() => void process.off("uncaughtException", note))
afterEach(() => void uncaught.splice(0))

describe.skipIf(!onPostgres)(`a server that vanishes while transactions run${label}`, () => {
  it("fails them as unavailable, throws nothing past them, and every place in the pool comes back", async () => {
    const { gate, url } = await throughGate()
    const pool = await openDatabase({ url, directory: "", poolSize: 4 })
    const seen = { done: 0, codes: new Set<unknown>() }
    let over = false
    const lane = async () => {
      while (!over) {
        await inTransaction(pool, null, "read", async (db) => {
          await db.execute(sql`select 1`)
          await Promise.all([db.execute(sql`select 2`), db.execute(sql`select pg_sleep(0.01)`)])
          await db.transaction((inner) => inner.execute(sql`select 3`))
        }).then(
          () => seen.done++,
          (error) => seen.codes.add(error.code),
        )
        await pause(1)
      }
    }
    const lanes = Array.from({ length: 12 }, lane)
    for (let round = 0; round < 3; round++) {
      const before = seen.done
      await until(() => seen.done > before + 20)
      await gate.shut()
      await pause(300)
      await gate.open()
    }
    // One after another each of the four must answer.
    await Promise.all(Array.from({ length: 4 }, () => pool.db.execute(sql`select pg_sleep(0.2)`)))
    over = true
    await Promise.all(lanes)
    await pool.close()
    await gate.shut()
    expect([...seen.codes]).toEqual(["UNAVAILABLE"])
    expect(uncaught).toEqual([])
  }, 300_000)

  it("does not end the worker, which goes on when the server is back", async () => {
    await installQueue(world.open)
    const { gate, url } = await throughGate()
    const secrets = { AUTH_SECRET: "test", PLUMBLINE_AUDIT_KEY: "test" }
    const env: NodeJS.ProcessEnv = { ...process.env, DATABASE_URL: url, ...secrets }
    const worker = spawn(process.execPath, ["--import", "tsx", "server/worker.ts"], { env })
    let said = ""
    for (const stream of [worker.stdout, worker.stderr])
      stream.on("data", (chunk) => {
        said += chunk
      })
    await until(
      () => said.includes("working on background jobs"),
      () => said,
    )
    await gate.shut()
    await pause(1500)
    await gate.open()
    await pause(1500)
    expect(worker.exitCode, said).toBeNull()
    worker.kill("SIGTERM")
    await once(worker, "exit")
    expect(worker.exitCode, said).toBe(0)
    await gate.shut()
  }, 300_000)
})
