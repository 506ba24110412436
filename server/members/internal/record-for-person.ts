import { and, asc, eq, isNull, sql } from "drizzle-orm"
import { memberships } from "@/db/schema/members"
import { writeFacts } from "@/server/kernel/audit-record"
import type { OpCtx, RecordedFact } from "@/server/kernel/context"
import { enterWorkspace } from "@/server/kernel/database"

type Person = { id: string; name: string }

/** The context of a person who has just proved who they are. */
export function actingAs(ctx: OpCtx, person: Person): OpCtx {
  const actor = { type: "user" as const, id: person.id, name: person.name }
  return { ...ctx, userId: person.id, caller: { ...ctx.caller, actor } }
}

type Entry = Omit<RecordedFact, "targets"> & { action: string; outcome?: "success" | "denied" }

/**
 * Records what a person did with their account in the audit trail of each of their workspaces. It has to be the last
 * step of an operation: from then on the transaction acts inside a workspace.
 */
export async function recordForPerson(ctx: OpCtx, person: Person, entry: Entry): Promise<void> {
  const { action, outcome = "success", ...fact } = entry
  const rows = await ctx.db
    .select({ workspaceId: memberships.workspaceId })
    .from(memberships)
    .where(and(eq(memberships.userId, person.id), isNull(memberships.leftAt)))
    .orderBy(asc(memberships.workspaceId))
  const targets = [{ type: "member", id: person.id, name: person.name }]
  for (const { workspaceId } of rows) {
    await enterWorkspace(ctx.db, workspaceId)
    await writeFacts(ctx.db, ctx, { workspaceId, occurredAt: ctx.now, action, outcome }, [
      { ...fact, targets },
    ])
    // The seal is due at commit, when only the last workspace would be open to it.
    if (rows.length > 1) await sealNow(ctx)
  }
}

/** Seals what was recorded so far; for a transaction that goes on in another workspace. */
export async function sealNow(ctx: OpCtx): Promise<void> {
  await ctx.db.execute(sql`set constraints audit_seal immediate`)
  await ctx.db.execute(sql`set constraints audit_seal deferred`)
}
