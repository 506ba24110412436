import { asc, eq, isNull } from "drizzle-orm"
import { z } from "zod"
import { memberships, users } from "@/db/schema/members"
import { own } from "@/server/kernel/database"
import { query } from "@/server/kernel/operation"
import { grantsOf } from "./internal/grants-of"

/** Everybody in the workspace by name, with the grants that were not revoked and the last visit. */
export const listMembers = query("members.listMembers", {
  permission: "members.read",
  at: "rows",
  input: z.object({}),
  async run(ctx) {
    const people = await ctx.db
      .select({
        id: users.id,
        name: users.name,
        email: users.email,
        joinedAt: memberships.joinedAt,
        lastVisitAt: memberships.lastVisitAt,
      })
      .from(memberships)
      .innerJoin(users, eq(users.id, memberships.userId))
      .where(own(ctx, memberships, isNull(memberships.leftAt)))
      .orderBy(asc(users.name), asc(users.id))
    const grants = Map.groupBy(await grantsOf(ctx), (grant) => grant.userId)
    return people.map((person) => ({ ...person, grants: grants.get(person.id) ?? [] }))
  },
})
