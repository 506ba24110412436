import { z } from "zod"
import { accessExecutions } from "@/db/schema/access"
import { conflict, invalidField, ruleBroken } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { requireMembers } from "@/server/kernel/require-members"
import { mayRecord } from "./domain/access-rules"
import { fetchAccess, scopeOf } from "./internal/access-rows"

/**
 * Records that somebody set access up, or removed it, where the data is: by whom, on which day, and where that can be
 * seen. Plumbline provisions nothing itself. @throws NOT_FOUND, RULE_BROKEN, INVALID, CONFLICT when it is recorded
 */
export const recordExecution = command("access.recordExecution", {
  permission: "access.execute",
  at: async (ctx, input) => scopeOf(await fetchAccess(ctx, input.id)),
  input: z.object({
    id: z.uuid(),
    act: z.enum(["granted", "removed"]),
    doneBy: z.uuid("Choose a member").nullable().default(null),
    doneOn: z.iso.date("Give the day"),
    evidence: z
      .string()
      .trim()
      .min(3, "Say where it can be seen: a ticket, a statement, a change")
      .max(1000, "At most 1,000 characters"),
  }),
  async run(ctx, { id, act, doneOn, evidence, ...input }) {
    const row = await fetchAccess(ctx, id)
    const verdict = mayRecord(row, act)
    if (!verdict.ok) throw ruleBroken(verdict.reason)
    const doneBy = input.doneBy ?? ctx.userId
    await requireMembers(ctx, { doneBy })
    if (doneOn > ctx.now.slice(0, 10)) throw invalidField("doneOn", "That day has not come yet")
    if (row.approvedAt && doneOn < row.approvedAt.slice(0, 10))
      throw invalidField("doneOn", `It was approved on ${row.approvedAt.slice(0, 10)}, not earlier`)
    const added = await ctx.db
      .insert(accessExecutions)
      .values({
        workspaceId: ctx.workspaceId,
        requestId: id,
        act,
        doneBy,
        doneOn,
        evidence: evidence.toWellFormed(),
        recordedBy: ctx.userId,
        recordedAt: ctx.now,
      })
      .onConflictDoNothing()
      .returning({ id: accessExecutions.requestId })
    if (added.length === 0) throw conflict("The access", row)
    ctx.record({
      targets: [{ type: "access", id, name: `Access of ${row.beneficiary.name} to ${row.subject.name}` }],
      summary: `Recorded that the access of ${row.beneficiary.name} to ${row.subject.name} was ${act === "granted" ? "set up" : "removed"}`,
      after: { act, doneBy, doneOn, evidence },
    })
  },
})
