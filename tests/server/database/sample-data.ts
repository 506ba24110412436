import { sql } from "drizzle-orm"
import type { Db, OpenDatabase } from "@/db/client"
import { importChunks, imports, items } from "@/db/schema/backlog"
import { sessions } from "@/db/schema/members"
import { domains } from "@/db/schema/products"
import { frameworks, scores } from "@/db/schema/scoring"
import { createCheckpoint } from "@/server/audit/create-checkpoint"
import { inTransaction, rowsOf } from "@/server/kernel/database"
import { newId } from "@/server/kernel/domain/id"
import { decide } from "@/tests/server/approvals/approvals-world"
import { trailOf } from "@/tests/server/audit/trail"
import { furnishApprovals } from "@/tests/support/furnish-approvals"
import { NOW, type World } from "@/tests/support/world"

const times = { createdAt: NOW, updatedAt: "2026-10-13T07:40:00.123Z" }

/** A workspace with the values that are easily lost on the way: Unicode, floats, bytes, arrays, JSON, a late parent. */
export async function fillWithSamples(world: World): Promise<{ workspaceId: string; userId: string }> {
  const { workspace, admin } = await trailOf(world, 4)
  await createCheckpoint(admin, {})
  const { userId } = admin
  const workspaceId = workspace.id
  const { requestId } = await furnishApprovals(workspace, admin)
  await decide(world, await workspace.member("data_steward"), requestId)
  await world.open.db.insert(sessions).values({
    ...{
      id: newId(),
      userId,
      method: "password",
      createdAt: NOW,
      lastSeenAt: NOW,
      expiresAt: "2099-12-31T23:59:59.999Z",
    },
    userAgent: 'Quotes " and \\ backslashes',
  })
  await inTransaction(world.open, workspaceId, "write", async (db) => {
    await db.insert(domains).values({
      workspaceId,
      id: newId(),
      key: "FUL",
      name: "Fulfilment – Łódź 🚚",
      description: "a\nb\tc",
      ...times,
    })
    const parent = newId(9)
    const child = newId(8)
    await db.execute(sql`set constraints all deferred`)
    await db
      .insert(items)
      .values([item(workspaceId, userId, child, parent), item(workspaceId, userId, parent, null)])
    const frameworkId = newId()
    const definition = { name: "RICE", weights: [0.1, 1e21, 3] } as never
    const published = { publishedAt: NOW, publishedBy: userId, definition }
    await db
      .insert(frameworks)
      .values({ workspaceId, id: frameworkId, key: "rice", version: 1, name: "RICE", ...published })
    await db.insert(scores).values({
      workspaceId,
      itemId: child,
      frameworkId,
      userId,
      inputs: { reach: 0.30000000000000004, effort: null },
      ...times,
    })
    const id = newId()
    const file = {
      fileName: "a.csv",
      byteSize: 4,
      sha256: "x",
      status: "uploaded" as const,
      createdBy: userId,
      createdAt: NOW,
    }
    await db.insert(imports).values({ workspaceId, id, ...file })
    await db
      .insert(importChunks)
      .values({ workspaceId, importId: id, number: 0, content: Buffer.from([0, 255, 10, 13]) })
  })
  return { workspaceId, userId }
}

function item(workspaceId: string, createdBy: string, id: string, parentId: string | null) {
  const facts = {
    type: "story" as const,
    status: "doing" as const,
    labels: ["a b", 'c"d', "{e}"],
    dueDate: "2026-12-24",
  }
  const text = {
    title: "Zażółć",
    description: "# Title\n\n- ☐ done",
    rank: "a0V",
    custom: { "Zdroj \\": "null" },
  }
  const stamps = { ...times, createdBy, statusChangedAt: NOW }
  return {
    workspaceId,
    id,
    key: `FUL-${parentId ? 1 : 2}`,
    parentId,
    estimate: 0.1 + 0.2,
    ...facts,
    ...text,
    ...stamps,
  }
}

/** Every stored row of every table as text, to compare two databases with. */
export async function contents(open: OpenDatabase): Promise<Record<string, string[]>> {
  return open.db.transaction(async (tx) => {
    const db = tx as unknown as Db
    await db.execute(sql`select set_config('app.maintenance', 'on', true)`)
    const tables = await rowsOf<{ name: string }>(
      db,
      sql`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
        and not relispartition order by 1`,
    )
    const all: Record<string, string[]> = {}
    for (const { name } of tables) {
      const rows = await rowsOf<{ line: string }>(
        db,
        sql.raw(`select row_to_json(t)::text as line from "${name}" t`),
      )
      all[name] = rows.map(({ line }) => line).sort()
    }
    return all
  })
}
