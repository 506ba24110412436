import { asc, eq, isNull } from "drizzle-orm"
import { z } from "zod"
import { grants, memberships, users } from "@/db/schema/members"
import { own } from "@/server/kernel/database"
import { WORKSPACE_SCOPE } from "@/server/kernel/domain/grants"
import { notFound } from "@/server/kernel/errors"
import { query } from "@/server/kernel/operation"
import { explainPermissions } from "./domain/access"
import { grantState } from "./domain/grant"
import { grantsOf } from "./internal/grants-of"

/**
 * Who may do what, and why: for every member (or one) and every permission the grants that carry it now. The grants
 * stand once per person, `access` names them by id. @throws NOT_FOUND when `userId` is not a member.
 */
export const explainAccess = query("members.explainAccess", {
  permission: "members.read",
  at: () => WORKSPACE_SCOPE,
  input: z.object({ userId: z.uuid().optional() }),
  async run(ctx, { userId }) {
    const one = userId === undefined ? undefined : eq(memberships.userId, userId)
    const people = await ctx.db
      .select({ id: users.id, name: users.name })
      .from(memberships)
      .innerJoin(users, eq(users.id, memberships.userId))
      .where(own(ctx, memberships, isNull(memberships.leftAt), one))
      .orderBy(asc(users.name), asc(users.id))
    if (userId !== undefined && people.length === 0) throw notFound("The member")
    const all = await grantsOf(ctx, userId === undefined ? undefined : eq(grants.userId, userId))
    const inForce = Map.groupBy(
      all.filter((grant) => grantState(grant, ctx.now) === "in force"),
      (grant) => grant.userId,
    )
    return people.map((person) => {
      const held = inForce.get(person.id) ?? []
      return { ...person, grants: held, access: explainPermissions(held) }
    })
  },
})
