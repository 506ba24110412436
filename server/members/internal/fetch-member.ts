import { eq, isNull } from "drizzle-orm"
import { memberships, users } from "@/db/schema/members"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { notFound } from "@/server/kernel/errors"

export type Member = { id: string; name: string; email: string }

/** A present member of this workspace. @throws NOT_FOUND, also for people of other workspaces. */
export async function fetchMember(ctx: OpCtx, userId: string): Promise<Member> {
  const [member] = await ctx.db
    .select({ id: users.id, name: users.name, email: users.email })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(own(ctx, memberships, eq(memberships.userId, userId), isNull(memberships.leftAt)))
  if (!member) throw notFound("The member")
  return member
}
