import { sql } from "drizzle-orm"
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest"
import { z } from "zod"
import { type OpenDatabase, openDatabase, refuseUnsafeRole, settingsFromEnvironment } from "@/db/client"
import { migrate } from "@/db/migrate"
import { workspaces } from "@/db/schema/members"
import { listEvents } from "@/server/audit/list-events"
import { anonymous, type Ctx } from "@/server/kernel/context"
import { rowsOf } from "@/server/kernel/database"
import { newId } from "@/server/kernel/domain/id"
import { command, query } from "@/server/kernel/operation"
import { MOST_BEHIND_MS } from "@/server/kernel/replica"
import { note } from "@/tests/server/audit/trail"
import { canStandBy, type PostgresServer, startPostgres } from "@/tests/support/postgres-server.mjs"
import { openGate } from "@/tests/support/tcp-gate"
import { onPostgres } from "@/tests/support/test-database"
import { NOW } from "@/tests/support/world"

const missing = onPostgres
  ? canStandBy()
    ? ""
    : " (SKIPPED: pg_basebackup is missing; install postgresql)"
  : " (SKIPPED: runs with TEST_DATABASE_URL)"

const where = sql`select pg_is_in_recovery() as standby, current_setting('role') as role`
type Where = { standby: boolean; role: string }

const lagging = query("home.listChanges", {
  permission: "products.read",
  at: "rows",
  mayLag: true,
  input: z.object({}),
  run: (ctx) => rowsOf<Where>(ctx.db, where),
})
const strict = query("products.listProducts", {
  permission: "products.read",
  at: "rows",
  input: z.object({}),
  run: (ctx) => rowsOf<Where>(ctx.db, where),
})
const inside = command("products.createDomain", {
  permission: "domains.edit",
  input: z.object({}),
  run: async (ctx) => [...(await rowsOf<Where>(ctx.db, where)), ...(await lagging(ctx, {}))],
})

describe.skipIf(missing !== "")(
  `DATABASE_REPLICA_URL with a streaming standby${missing}`,
  { timeout: 120_000 },
  () => {
    let server: PostgresServer
    let standby: Awaited<ReturnType<PostgresServer["startStandby"]>>
    let gate: Awaited<ReturnType<typeof openGate>>
    let open: OpenDatabase
    let replicaUrl: URL

    function adminOf(id: string): Ctx {
      const caller: Ctx["caller"] = {
        ...anonymous,
        actor: { type: "user", id: "u", name: "Ines" },
        user: { id: newId(), name: "Ines", email: "ines@example.org" },
        workspace: { id, slug: "w", name: "W" },
        grants: [{ role: "administrator", scopeType: "workspace", scopeId: null }],
      }
      return { caller, request: { requestId: "test" }, clock: () => NOW, database: async () => open }
    }
    const anybody = () => adminOf(newId())

    /** Asks until the answer comes from where it should. */
    async function untilStandby(expected: boolean, meanwhile = () => {}): Promise<void> {
      await vi.waitFor(
        async () => {
          meanwhile()
          expect(await lagging(anybody(), {})).toMatchObject([{ standby: expected }])
        },
        {
          timeout: 60_000,
          interval: 200,
        },
      )
    }

    beforeAll(async () => {
      server = await startPostgres()
      const first = await openDatabase({ url: server.url, directory: "" })
      await migrate(first)
      await first.close()
      standby = await server.startStandby()
      replicaUrl = new URL(standby.url)
      gate = await openGate({ host: "127.0.0.1", port: Number(replicaUrl.port) })
      replicaUrl.port = String(gate.port)
      open = await openDatabase({ url: server.url, replicaUrl: replicaUrl.href, directory: "" })
    }, 120_000)
    afterEach(() => void vi.restoreAllMocks())
    afterAll(async () => {
      await open?.close()
      await gate?.shut()
      await standby?.stop()
      await server?.stop()
    }, 60_000)

    it("answers a query that may lag, as the app role; every other operation goes to the primary", async () => {
      await refuseUnsafeRole(open)
      await untilStandby(true)
      const admin = anybody()
      expect(await lagging(admin, {})).toEqual([{ standby: true, role: "plumbline_app" }])
      expect(await strict(admin, {})).toMatchObject([{ standby: false }])
      expect(await inside(admin, {})).toMatchObject([{ standby: false }, { standby: false }])
    })

    it("shows the rows of the caller's workspace and no other's", async () => {
      const [mine, other] = [newId(), newId()]
      for (const id of [mine, other])
        await open.db.insert(workspaces).values({ id, slug: id, name: "W", itemPrefix: "W", createdAt: NOW })
      await note(adminOf(mine), { word: "seen" })
      await untilStandby(true)
      await vi.waitFor(async () => {
        const { events } = await listEvents(adminOf(mine), {})
        expect(events).toMatchObject([{ summary: "Noted seen" }])
      })
      expect(await listEvents(adminOf(other), {})).toMatchObject({ events: [] })
    })

    it("is passed over while it is away, without an error, and used again when it is back", async () => {
      await untilStandby(true)
      await gate.shut()
      for (let i = 0; i < 5; i++) expect(await lagging(anybody(), {})).toMatchObject([{ standby: false }])
      await gate.open()
      await untilStandby(true)
    })

    it("is passed over when it no longer follows", async () => {
      const admin = await openDatabase({ url: standby.adminUrl, directory: "", poolSize: 1 })
      await untilStandby(true)
      await admin.db.execute(sql`select pg_wal_replay_pause()`)
      await open.db
        .insert(workspaces)
        .values({ id: newId(), slug: newId(), name: "W", itemPrefix: "W", createdAt: NOW })
      const now = Date.now
      let shift = 0
      vi.spyOn(Date, "now").mockImplementation(() => now() + shift)
      // Each time it is asked six seconds have passed, so it looks again; after half a minute it has waited enough.
      const since = now()
      await untilStandby(false, () => {
        shift += 6_000
      })
      expect(now() + shift - since).toBeGreaterThan(MOST_BEHIND_MS)
      await admin.db.execute(sql`select pg_wal_replay_resume()`)
      await untilStandby(true, () => {
        shift += 6_000
      })
      await admin.close()
    })

    it("is refused at start when its login could not give up reading past row security", async () => {
      await open.db.execute(sql.raw("create role stranger login password 'stranger'"))
      const url = new URL(replicaUrl)
      url.username = "stranger"
      url.password = "stranger"
      const wrong = await openDatabase({ url: server.url, replicaUrl: url.href, directory: "" })
      await vi.waitFor(
        () => expect(refuseUnsafeRole(wrong)).rejects.toThrow(/"stranger" cannot switch/),
        10_000,
      )
      expect(await lagging({ ...anybody(), database: async () => wrong }, {})).toMatchObject([
        { standby: false },
      ])
      await wrong.close()
    })
  },
)

describe("DATABASE_REPLICA_URL", () => {
  afterEach(() => void vi.unstubAllEnvs())

  it("is refused without DATABASE_URL", () => {
    vi.stubEnv("DATABASE_URL", "")
    vi.stubEnv("DATABASE_REPLICA_URL", "postgres://a@b/c")
    expect(settingsFromEnvironment).toThrow("DATABASE_REPLICA_URL needs DATABASE_URL")
  })
})
