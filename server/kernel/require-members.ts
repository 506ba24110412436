import { inArray, isNull } from "drizzle-orm"
import { memberships } from "@/db/schema/members"
import type { OpCtx } from "./context"
import { own } from "./database"
import { invalid } from "./errors"

/** @throws INVALID naming each field whose person is not a member of this workspace. */
export async function requireMembers(
  ctx: OpCtx,
  people: Record<string, string | null | undefined>,
): Promise<void> {
  const ids = Object.values(people).filter((id) => id != null)
  if (ids.length === 0) return
  const rows = await ctx.db
    .select({ id: memberships.userId })
    .from(memberships)
    .where(own(ctx, memberships, inArray(memberships.userId, ids), isNull(memberships.leftAt)))
  const known = new Set(rows.map((row) => row.id))
  const strangers = Object.entries(people).filter(([, id]) => id != null && !known.has(id))
  if (strangers.length > 0) {
    throw invalid(strangers.map(([path]) => ({ path, message: "Choose a member of this workspace" })))
  }
}
