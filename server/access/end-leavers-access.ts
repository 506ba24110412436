import { isNotNull, isNull, or, sql } from "drizzle-orm"
import { z } from "zod"
import { accessRevocations } from "@/db/schema/access"
import { approvalRequests } from "@/db/schema/approvals"
import { memberships } from "@/db/schema/members"
import { command } from "@/server/kernel/operation"
import { selectAccess } from "./internal/access-rows"

/**
 * Writes down that access ended with the membership. Lists show it from the moment somebody leaves; the line is there for
 * the day when they come back, which revives nothing. Answers how many.
 */
export const endLeaversAccess = command("access.endLeaversAccess", {
  permission: "access.execute",
  at: "rows",
  input: z.object({}),
  async run(ctx) {
    const left = or(
      isNotNull(memberships.leftAt),
      sql`${memberships.joinedAt} > ${approvalRequests.approvedAt}`,
    )
    const rows = (await selectAccess(ctx, isNull(accessRevocations.revokedAt), left)).filter(
      ({ approvedAt, revocation, validUntil }) => approvedAt && revocation && revocation.at < validUntil,
    )
    if (rows.length === 0) return { ended: 0 }
    const added = await ctx.db
      .insert(accessRevocations)
      .values(
        rows.map(({ id, revocation }) => ({
          workspaceId: ctx.workspaceId,
          requestId: id,
          revokedAt: revocation!.at,
          revokedBy: null,
          reason: "Left the workspace",
        })),
      )
      .onConflictDoNothing()
      .returning({ id: accessRevocations.requestId })
    const ended = new Set(added.map(({ id }) => id))
    ctx.record({
      targets: rows
        .filter(({ id }) => ended.has(id))
        .map(({ id, beneficiary, subject }) => ({
          type: "access",
          id,
          name: `Access of ${beneficiary.name} to ${subject.name}`,
        })),
      summary: `Ended ${ended.size === 1 ? "the access" : `${ended.size} accesses`} of people who left the workspace`,
    })
    return { ended: ended.size }
  },
})
