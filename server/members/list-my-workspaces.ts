import { and, asc, eq, isNull, sql } from "drizzle-orm"
import { z } from "zod"
import { memberships, workspaces } from "@/db/schema/members"
import { query } from "@/server/kernel/operation"

/** The workspaces of the person, the last visited first. */
export const listMyWorkspaces = query("members.listMyWorkspaces", {
  permission: "account",
  input: z.object({}),
  run: (ctx) =>
    ctx.db
      .select({
        id: workspaces.id,
        slug: workspaces.slug,
        name: workspaces.name,
        lastVisitAt: memberships.lastVisitAt,
      })
      .from(memberships)
      .innerJoin(workspaces, eq(workspaces.id, memberships.workspaceId))
      .where(and(eq(memberships.userId, ctx.userId), isNull(memberships.leftAt)))
      .orderBy(
        sql`${memberships.lastVisitAt} desc nulls last`,
        asc(memberships.joinedAt),
        asc(workspaces.name),
      ),
})
