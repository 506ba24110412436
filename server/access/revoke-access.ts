import { z } from "zod"
import { accessRevocations } from "@/db/schema/access"
import { holds } from "@/server/kernel/domain/grants"
import { conflict, ruleBroken } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { mayRevokeAccess } from "./domain/access-rules"
import { fetchAccess, scopeOf } from "./internal/access-rows"

/** Ends access that holds, at once, with a reason; whoever has it gives it back so. @throws NOT_FOUND, RULE_BROKEN, CONFLICT */
export const revokeAccess = command("access.revokeAccess", {
  permission: "access.request",
  at: "rows",
  input: z.object({
    id: z.uuid(),
    reason: z.string().trim().min(3, "Write the reason, at least 3 characters. It is recorded.").max(1000),
  }),
  async run(ctx, { id, reason }) {
    const row = await fetchAccess(ctx, id)
    const decides = holds(ctx.caller.grants, "access.approve", scopeOf(row))
    const verdict = mayRevokeAccess(row, ctx.userId, decides)
    if (!verdict.ok) throw ruleBroken(verdict.reason)
    const added = await ctx.db
      .insert(accessRevocations)
      .values({
        workspaceId: ctx.workspaceId,
        requestId: id,
        revokedAt: ctx.now,
        revokedBy: ctx.userId,
        reason: reason.toWellFormed(),
      })
      .onConflictDoNothing()
      .returning({ id: accessRevocations.requestId })
    if (added.length === 0) throw conflict("The access", row)
    const back = row.beneficiary.id === ctx.userId
    ctx.record({
      targets: [
        { type: "access", id, name: `Access of ${row.beneficiary.name} to ${row.subject.name}` },
        { type: row.subject.type, id: row.subject.id, name: row.subject.name },
      ],
      summary: back
        ? `Gave back the access to ${row.subject.name}`
        : `Revoked the access of ${row.beneficiary.name} to ${row.subject.name}`,
      before: { rights: row.rights, until: row.validUntil },
      reason,
    })
  },
})
