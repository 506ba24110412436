import { eq } from "drizzle-orm"
import { z } from "zod"
import { fundingDecisions, fundingRequests } from "@/db/schema/funding"
import { own } from "@/server/kernel/database"
import { newId } from "@/server/kernel/domain/id"
import { conflict, invalidField, notFound, ruleBroken } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { mayDecide } from "./domain/funding-rules"
import { DECISIONS, moneySchema } from "./domain/initiative"
import { reasonSchema } from "./domain/objective"
import { valueWords } from "./domain/sentence"
import { fetchInitiative } from "./internal/initiative-rows"

/**
 * Decides on a request, once: approved with an amount, or declined. @throws RULE_BROKEN for whoever asked, CONFLICT with
 * the decision that somebody else made first, INVALID at `amount`.
 */
export const decideFunding = command("strategy.decideFunding", {
  permission: "strategy.fund",
  input: z.object({
    requestId: z.uuid(),
    decision: z.enum(DECISIONS),
    amount: moneySchema.default("0"),
    reason: reasonSchema,
  }),
  async run(ctx, { requestId, decision, amount: given, reason }) {
    const [request] = await ctx.db
      .select()
      .from(fundingRequests)
      .where(own(ctx, fundingRequests, eq(fundingRequests.id, requestId)))
    if (!request) throw notFound("The request")
    const { name } = await fetchInitiative(ctx, request.initiativeId)
    const verdict = mayDecide({ askedById: request.askedBy }, ctx.userId)
    if (!verdict.ok) throw ruleBroken(verdict.reason)
    if (decision === "approved" && given === "0")
      throw invalidField("amount", "Give the amount that is approved, or decline")
    const amount = decision === "approved" ? given : "0"
    const id = newId()
    const decided = await ctx.db
      .insert(fundingDecisions)
      .values({
        workspaceId: ctx.workspaceId,
        id,
        requestId,
        decision,
        amount,
        reason,
        decidedBy: ctx.userId,
        decidedAt: ctx.now,
      })
      .onConflictDoNothing()
      .returning({ id: fundingDecisions.id })
    if (decided.length === 0) {
      const [present] = await ctx.db
        .select()
        .from(fundingDecisions)
        .where(own(ctx, fundingDecisions, eq(fundingDecisions.requestId, requestId)))
      throw conflict("The request", present ?? null)
    }
    const asked = valueWords(request.amount, request.currency)
    ctx.record({
      targets: [{ type: "initiative", id: request.initiativeId, name }],
      summary:
        decision === "approved"
          ? `Approved ${valueWords(amount, request.currency)} of ${asked} asked for ${name}`
          : `Declined ${asked} asked for ${name}`,
      after: { requestId, decision, amount, currency: request.currency },
      reason,
    })
    return { id }
  },
})
