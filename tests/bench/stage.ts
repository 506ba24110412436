import { sql } from "drizzle-orm"
import { type OpenDatabase, openDatabase } from "@/db/client"
import { migrate } from "@/db/migrate"
import { anonymous, type Ctx } from "@/server/kernel/context"
import { enterWorkspace } from "@/server/kernel/database"
import { callerFromToken } from "@/server/kernel/session"
import { createToken } from "@/server/members/create-token"
import { createWorkspace } from "@/server/members/create-workspace"
import { setUpWorkspace } from "@/server/members/set-up-workspace"

export type Stage = { open: OpenDatabase; ctx: Ctx; token: string; workspaceId: string; userId: string }

const clock = () => new Date().toISOString()

/** A migrated database with one workspace, its administrator and a token that may do what they may. */
export async function setStage(settings: { url?: string; directory: string }): Promise<Stage> {
  const open = await openDatabase(settings)
  await migrate(open)
  const outside: Ctx = {
    caller: anonymous,
    request: { requestId: "bench" },
    clock,
    database: async () => open,
  }
  const founded = await setUpWorkspace(outside, {
    name: "Bench Administrator",
    email: "bench@plumbline.example",
    password: "correct horse battery staple",
    workspace: { name: "Bench", slug: "bench", itemPrefix: "BEN" },
  })
  const admin: Ctx = {
    ...outside,
    caller: {
      ...anonymous,
      actor: { type: "user", id: founded.userId, name: "Bench Administrator" },
      user: { id: founded.userId, name: "Bench Administrator", email: "bench@plumbline.example" },
      workspace: { id: founded.workspaceId, slug: founded.slug, name: "Bench" },
      grants: [{ role: "administrator", scopeType: "workspace", scopeId: null }],
    },
  }
  const permissions = [
    ...(["backlog.read", "backlog.edit", "backlog.rank", "backlog.import"] as const),
    ...(["scoring.read", "scoring.score", "scoring.configure"] as const),
  ]
  const { secret: token } = await createToken(admin, {
    name: "Bench",
    permissions: [...permissions],
    expiresInDays: 1,
  })
  const ctx = { ...outside, caller: await callerFromToken(open.db, token, clock()) }
  return { open, ctx, token, workspaceId: founded.workspaceId, userId: founded.userId }
}

/** Another workspace of the same person beside it: what is few there is measured in turn with what is many here. */
export async function setBeside(stage: Stage, slug: string): Promise<Stage> {
  const { caller } = stage.ctx
  const founder: Ctx = {
    ...stage.ctx,
    caller: { ...caller, actor: { type: "user", ...caller.user! }, limitedTo: null },
  }
  const { workspaceId } = await createWorkspace(founder, { name: slug, slug, itemPrefix: "FEW" })
  const workspace = { id: workspaceId, slug, name: slug }
  return { ...stage, workspaceId, ctx: { ...stage.ctx, caller: { ...caller, workspace } } }
}

/**
 * Vacuums tables as PostgreSQL does by itself after a while. It marks rows as visible to all once their commit is on the
 * disk, which without waiting for it (`synchronous_commit` is off here) takes up to a second.
 */
export async function tidy({ open }: Stage, ...tables: string[]): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 1500))
  for (const table of tables) await open.db.execute(sql.raw(`vacuum analyze ${table}`))
}

/** Adds plain items up to `total`, by SQL: what is measured is reading them. */
export async function fillBacklog({ open, workspaceId, userId }: Stage, total: number): Promise<void> {
  await open.db.transaction(async (tx) => {
    await enterWorkspace(tx as never, workspaceId)
    await tx.execute(sql`
      insert into items (workspace_id, id, key, title, description, type, status, owner_id, labels, estimate, rank, custom,
        created_at, created_by, updated_at, status_changed_at)
      select ${workspaceId}::uuid, gen_random_uuid(), 'FILL-' || n, 'Item number ' || n || ' of the backlog', 'Text ' || n,
        'story', (array['idea', 'refine', 'ready', 'doing', 'review', 'done'])[1 + n % 6], ${userId}::uuid, array['bench'], n % 13,
        'a' || lpad(n::text, 8, '0') || 'V', '{}', now(), ${userId}::uuid, now(), now()
      from generate_series((select count(*) + 1 from items where workspace_id = ${workspaceId}::uuid), ${total}) n`)
  })
  await open.db.execute(sql.raw("analyze items"))
}
