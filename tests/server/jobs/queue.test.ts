import { sql } from "drizzle-orm"
import { afterEach, describe, expect, it } from "vitest"
import { z } from "zod"
import type { OpCtx } from "@/server/kernel/context"
import { rowsOf } from "@/server/kernel/database"
import { enqueue } from "@/server/kernel/jobs/enqueue"
import { define, type Job } from "@/server/kernel/jobs/job"
import { runningQueue } from "@/server/kernel/jobs/running"
import { startQueue } from "@/server/kernel/jobs/start-queue"
import { command } from "@/server/kernel/operation"
import { openWorld } from "@/tests/support/world"

const world = openWorld()
const seen: string[] = []

const note = define({
  name: "test.note",
  payload: z.object({ word: z.string() }),
  handler: async (_call, { word }) => void seen.push(word),
})
const only = define({
  name: "test.only",
  queue: { policy: "exclusive" },
  payload: z.object({ word: z.string() }),
  handler: async (_call, { word }) => void seen.push(word),
})
const hourly = define({
  name: "test.hourly",
  payload: z.object({}),
  schedule: { cron: "17 * * * *", payload: {} },
  handler: async () => {},
})
const unlisted = define({ name: "test.unlisted", payload: z.object({}), handler: async () => {} })

const send = command("products.createDomain", {
  permission: "domains.edit",
  input: z.object({
    word: z.string(),
    kind: z.enum(["note", "only", "unlisted"]).default("note"),
    fail: z.boolean().default(false),
  }),
  async run(ctx, { word, kind, fail }) {
    ctx.record({ targets: [], summary: `Sent ${word}` })
    if (kind === "unlisted") await enqueue(ctx, unlisted, {})
    const answer = await enqueue(
      ctx,
      kind === "only" ? only : note,
      { word },
      kind === "only" ? word : undefined,
    )
    if (fail) throw new Error("boom")
    return answer
  },
})

let stop: (() => Promise<void>) | undefined
async function start(work: boolean, jobs: Job[] = [note, only, hourly]) {
  stop = await startQueue(world.open, jobs, { work })
}
afterEach(async () => {
  await stop?.()
  stop = undefined
  seen.length = 0
})

const admin = async () => (await world.workspace()).member("administrator")

async function waiting(name: string): Promise<number> {
  const [row] = await rowsOf<{ n: number }>(
    world.open.db,
    sql`select count(*)::int as n from pgboss.job_common where name = ${name} and state = 'created'`,
  )
  return row!.n
}

describe("the job queue", () => {
  it("works on a job as soon as the operation that sent it has committed", async () => {
    await start(true)
    expect(await send(await admin(), { word: "committed" })).toBe("queued")
    await expect.poll(() => seen, { timeout: 4_000 }).toEqual(["committed"])
  })

  it("drains a backlog without waiting for its polling interval", async () => {
    await start(true)
    const ctx = await admin()
    const words = Array.from({ length: 20 }, (_, i) => `w${i}`)
    for (const word of words) await send(ctx, { word })
    await expect.poll(() => seen.length, { timeout: 4_000 }).toBe(20)
  })

  it("forgets a job whose operation rolled back", async () => {
    await start(true)
    const before = await waiting("test.note")
    await expect(send(await admin(), { word: "rolled back", fail: true })).rejects.toThrow("boom")
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(seen).toEqual([])
    expect(await waiting("test.note")).toBe(before)
  })

  it("only sends on a node without workers, and a worker takes it up later", async () => {
    await start(false)
    await send(await admin(), { word: "later" })
    expect(await waiting("test.note")).toBe(1)
    await stop?.()
    await start(true)
    await expect.poll(() => seen, { timeout: 8_000 }).toEqual(["later"])
  })

  it("keeps one job per key on an exclusive queue", async () => {
    await start(false)
    const ctx = await admin()
    expect(await send(ctx, { word: "a", kind: "only" })).toBe("queued")
    expect(await send(ctx, { word: "a", kind: "only" })).toBe("already queued")
    expect(await send(ctx, { word: "b", kind: "only" })).toBe("queued")
  })

  it("refuses a job that is not declared, and the database still answers", async () => {
    await start(true)
    const ctx = await admin()
    await expect(send(ctx, { word: "x", kind: "unlisted" })).rejects.toThrow("not listed in server/root.ts")
    expect(await send(ctx, { word: "after" })).toBe("queued")
  })

  it("fails at once, instead of hanging, when the queue is not in the cache", async () => {
    await start(false)
    const running = runningQueue()!
    const declared = new Set([...running.declared, "test.unlisted"])
    Object.assign(running, { declared })
    await expect(send(await admin(), { word: "x", kind: "unlisted" })).rejects.toThrow()
    expect(await waiting("test.unlisted")).toBe(0)
  })

  it("refuses to send outside an operation, and while it is not running", async () => {
    await expect(send(await admin(), { word: "x" })).rejects.toMatchObject({ code: "UNAVAILABLE" })
    await start(false)
    await expect(enqueue({} as OpCtx, note, { word: "x" })).rejects.toThrow("inside an operation")
  })

  it("registers schedules once, however often it starts", async () => {
    await start(true)
    await stop?.()
    await start(true)
    const rows = await rowsOf<{ cron: string }>(
      world.open.db,
      sql`select cron from pgboss.schedule where name = 'test.hourly'`,
    )
    expect(rows).toEqual([{ cron: "17 * * * *" }])
  })

  it("tries a failed job again and keeps it when it fails for good", async () => {
    let runs = 0
    const broken = define({
      name: "test.broken",
      queue: { retryLimit: 1, retryDelay: 0 },
      payload: z.object({ word: z.string() }),
      handler: async () => {
        runs++
        throw new Error("no luck")
      },
    })
    await start(true, [broken, note])
    const sendBroken = command("products.createDomain", {
      permission: "domains.edit",
      input: z.object({}),
      async run(ctx) {
        ctx.record({ targets: [], summary: "Sent" })
        await enqueue(ctx, broken, { word: "x" })
      },
    })
    await sendBroken(await admin(), {})
    await expect.poll(() => runs, { timeout: 25_000 }).toBe(2)
    await expect.poll(() => waiting("dead"), { timeout: 5_000 }).toBe(1)
  })
})

describe("what operations may do with the queue", () => {
  it("is to send: the app role can neither fetch nor read payloads", async () => {
    await start(true)
    const refused = world.open.db.transaction(async (tx) => {
      await tx.execute(sql`select set_config('role', 'plumbline_app', true)`)
      await tx.execute(sql`select data from pgboss.job_common`)
    })
    await expect(refused).rejects.toThrow()
  })
})
