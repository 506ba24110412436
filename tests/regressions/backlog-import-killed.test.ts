import { spawnSync } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, beforeAll, expect, it } from "vitest"
import { type DatabaseSettings, type OpenDatabase, openDatabase } from "@/db/client"
import { migrate } from "@/db/migrate"
import { memberships, users, workspaces } from "@/db/schema/members"
import { getImport } from "@/server/backlog/get-import"
import { importItems } from "@/server/backlog/import-items"
import { listItems } from "@/server/backlog/list-items"
import type { Caller, Ctx } from "@/server/kernel/context"
import { inTransaction } from "@/server/kernel/database"
import { newId } from "@/server/kernel/domain/id"
import { onPostgres, openTestDatabase } from "@/tests/support/test-database"
import { NOW } from "@/tests/support/world"

// A server killed with kill -9 in the middle of an import must leave no half import behind.

const root = fileURLToPath(new URL("../..", import.meta.url))
const folder = mkdtempSync(join(tmpdir(), "plumbline-killed-"))
let shared: OpenDatabase | undefined
let settings: DatabaseSettings

beforeAll(async () => {
  shared = onPostgres ? await openTestDatabase() : undefined
  settings = { url: shared?.url, directory: join(folder, "data") }
})
afterAll(async () => {
  await shared?.close()
  rmSync(folder, { recursive: true, force: true })
})

async function using<T>(work: (open: OpenDatabase) => Promise<T>): Promise<T> {
  const open = await openDatabase(settings)
  try {
    return await work(open)
  } finally {
    await open.close()
  }
}

async function prepare(open: OpenDatabase): Promise<Caller> {
  await migrate(open)
  const [id, userId] = [newId(), newId()]
  const user = { id: userId, name: "Ines Moreau", email: "ines@example.org" }
  await open.db.insert(workspaces).values({ id, slug: "w", name: "W", itemPrefix: "WS", createdAt: NOW })
  await open.db.insert(users).values({ ...user, createdAt: NOW })
  await inTransaction(open, id, "write", (db) =>
    db.insert(memberships).values({ workspaceId: id, userId, joinedAt: NOW }),
  )
  return {
    actor: { type: "user", id: userId, name: user.name },
    user,
    sessionId: null,
    workspace: { id, slug: "w", name: "W" },
    grants: [{ role: "administrator", scopeType: "workspace", scopeId: null }],
    limitedTo: null,
  }
}

/** Imports in a process that kills itself half-way; answers the import's id. */
function importAndDie(caller: Caller): string {
  const rows = Array.from({ length: 3000 }, (_, n) => `K-${n},Title ${n}`).join("\n")
  const order = JSON.stringify({ settings, caller, content: `key,title\n${rows}\n` })
  const script = join(root, "tests/regressions/backlog-import-killed-child.ts")
  const child = spawnSync(process.execPath, ["--import", "tsx", script, order], {
    cwd: root,
    encoding: "utf8",
  })
  expect({ signal: child.signal, complaint: child.stderr }).toEqual({ signal: "SIGKILL", complaint: "" })
  return child.stdout.trim()
}

it("a killed import leaves nothing behind, and can be done again", { timeout: 180_000 }, async () => {
  const caller = await using(prepare)
  const importId = importAndDie(caller)
  await using(async (open) => {
    const ctx: Ctx = { caller, request: { requestId: "t" }, clock: () => NOW, database: async () => open }
    expect((await listItems(ctx, { withTotal: true })).total).toBe(0)
    const kept = await getImport(ctx, { importId })
    expect(kept.status).toBe("uploaded")
    const result = await importItems(ctx, { importId, mapping: kept.detection!.mapping })
    expect(result).toMatchObject({ created: 3000, errors: 0 })
  })
})
