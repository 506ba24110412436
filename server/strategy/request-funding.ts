import { and, eq, isNull } from "drizzle-orm"
import { z } from "zod"
import { fundingDecisions, fundingRequests } from "@/db/schema/funding"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { newId } from "@/server/kernel/domain/id"
import { ruleBroken } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { currencySchema, positiveMoney } from "./domain/initiative"
import { reasonSchema } from "./domain/objective"
import { valueWords } from "./domain/sentence"
import { fetchInitiative } from "./internal/initiative-rows"
import { requireCurrency } from "./internal/workspace-currency"

async function requireNoneOpen(ctx: OpCtx, initiativeId: string): Promise<void> {
  const open = await ctx.db
    .select({ id: fundingRequests.id })
    .from(fundingRequests)
    .leftJoin(
      fundingDecisions,
      own(ctx, fundingDecisions, eq(fundingDecisions.requestId, fundingRequests.id)),
    )
    .where(
      own(
        ctx,
        fundingRequests,
        and(eq(fundingRequests.initiativeId, initiativeId), isNull(fundingDecisions.id)),
      ),
    )
  if (open.length > 0) throw ruleBroken("A request of this initiative waits for a decision already")
}

/** Asks for money; what is asked adds up over the requests. @throws RULE_BROKEN while one waits, INVALID at the field. */
export const requestFunding = command("strategy.requestFunding", {
  permission: "strategy.edit",
  input: z.object({
    initiativeId: z.uuid(),
    amount: positiveMoney,
    currency: currencySchema,
    reason: reasonSchema,
  }),
  async run(ctx, { initiativeId, amount, currency, reason }) {
    const { name } = await fetchInitiative(ctx, initiativeId, true)
    await requireNoneOpen(ctx, initiativeId)
    await requireCurrency(ctx, currency)
    const id = newId()
    await ctx.db.insert(fundingRequests).values({
      workspaceId: ctx.workspaceId,
      id,
      initiativeId,
      amount,
      currency,
      reason,
      askedBy: ctx.userId,
      askedAt: ctx.now,
    })
    ctx.record({
      targets: [{ type: "initiative", id: initiativeId, name }],
      summary: `Asked for ${valueWords(amount, currency)} for ${name}`,
      after: { requestId: id, amount, currency },
      reason,
    })
    return { id }
  },
})
