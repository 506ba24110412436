import { afterAll, beforeAll } from "vitest"
import type { OpenDatabase } from "@/db/client"
import { grants, memberships, users, workspaces } from "@/db/schema/members"
import type { Caller, Ctx } from "@/server/kernel/context"
import { enterWorkspace } from "@/server/kernel/database"
import type { HeldGrant } from "@/server/kernel/domain/grants"
import { newId } from "@/server/kernel/domain/id"
import { ROLE_LABELS, type Role } from "@/server/kernel/domain/permissions"
import { openTestDatabase } from "./test-database"
import "@/server/compose"

/** The fixed clock of every test. */
export const NOW = "2026-10-13T07:40:00.000Z"

export type World = {
  open: OpenDatabase
  /** A new workspace; nothing is shared with other tests. */
  workspace: () => Promise<TestWorkspace>
}

export type TestWorkspace = {
  id: string
  slug: string
  /** A new member with one grant in the whole workspace, or at the given scope. */
  member: (role: Role, scope?: Omit<HeldGrant, "role">) => Promise<Ctx & { userId: string }>
}

function contextOf(open: OpenDatabase, caller: Caller): Ctx {
  return { caller, request: { requestId: "test" }, clock: () => NOW, database: async () => open }
}

async function newWorkspace(open: OpenDatabase): Promise<TestWorkspace> {
  const id = newId()
  const slug = `w-${id}`
  await open.db
    .insert(workspaces)
    .values({ id, slug, name: "Test workspace", itemPrefix: "WS", createdAt: NOW })
  const member: TestWorkspace["member"] = async (role, scope = { scopeType: "workspace", scopeId: null }) => {
    const userId = newId()
    const user = {
      id: userId,
      name: `${ROLE_LABELS[role]} ${userId.slice(-4)}`,
      email: `${userId}@example.org`,
    }
    const granted = {
      userId,
      role,
      ...scope,
      workspaceId: id,
      validFrom: NOW,
      reason: "Test",
      grantedBy: userId,
      grantedAt: NOW,
    }
    await open.db.transaction(async (tx) => {
      await tx.insert(users).values({ ...user, createdAt: NOW })
      await enterWorkspace(tx as never, id)
      await tx.insert(memberships).values({ workspaceId: id, userId, joinedAt: NOW })
      await tx.insert(grants).values({ ...granted, id: newId() })
    })
    const caller: Caller = {
      actor: { type: "user", id: userId, name: user.name },
      user,
      sessionId: null,
      workspace: { id, slug, name: "Test workspace" },
      grants: [{ role, ...scope }],
      limitedTo: null,
    }
    return { ...contextOf(open, caller), userId }
  }
  return { id, slug, member }
}

/** Opens one database for the test file and closes it at the end. */
export function openWorld(): World {
  const world: Partial<World> = {}
  beforeAll(async () => {
    const open = await openTestDatabase()
    Object.assign(world, { open, workspace: () => newWorkspace(open) })
  }, 60_000)
  afterAll(async () => {
    await world.open?.close()
  })
  return world as World
}
