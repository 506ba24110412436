import { isNull } from "drizzle-orm"
import { z } from "zod"
import { accessRevocations } from "@/db/schema/access"
import { command } from "@/server/kernel/operation"
import { leftWith, selectAccess } from "./internal/access-rows"

const ROWS_AT_ONCE = 500

/**
 * Writes down that access ended with the membership. Lists show it from the moment somebody leaves; the line is there for
 * the day when they come back, which revives nothing. Answers how many.
 */
export const endLeaversAccess = command("access.endLeaversAccess", {
  permission: "access.execute",
  at: "rows",
  input: z.object({}),
  async run(ctx) {
    const rows = await selectAccess(ctx, isNull(accessRevocations.revokedAt), leftWith())
    if (rows.length === 0) return { ended: 0 }
    const ended = new Set<string>()
    for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
      const added = await ctx.db
        .insert(accessRevocations)
        .values(
          rows.slice(from, from + ROWS_AT_ONCE).map(({ id, revocation }) => ({
            workspaceId: ctx.workspaceId,
            requestId: id,
            revokedAt: revocation!.at,
            revokedBy: null,
            reason: "Left the workspace",
          })),
        )
        .onConflictDoNothing()
        .returning({ id: accessRevocations.requestId })
      for (const { id } of added) ended.add(id)
    }
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
