import { spendings } from "@/db/schema/funding"
import { newId } from "@/server/kernel/domain/id"
import { invalidField } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { valueWords } from "./domain/sentence"
import { spendingSchema } from "./domain/spending"
import { fetchInitiative } from "./internal/initiative-rows"
import { requireCurrency } from "./internal/workspace-currency"

/** Books money that was spent on a day, also beyond what is approved: that is shown as a warning. @throws INVALID, NOT_FOUND */
export const recordSpending = command("strategy.recordSpending", {
  permission: "strategy.fund",
  input: spendingSchema,
  async run(ctx, input) {
    const { name } = await fetchInitiative(ctx, input.initiativeId, true)
    if (input.spentOn > ctx.now.slice(0, 10))
      throw invalidField("spentOn", "Money is booked once it is spent")
    await requireCurrency(ctx, input.currency)
    const id = newId()
    await ctx.db
      .insert(spendings)
      .values({ ...input, workspaceId: ctx.workspaceId, id, bookedBy: ctx.userId, bookedAt: ctx.now })
    ctx.record({
      targets: [{ type: "initiative", id: input.initiativeId, name }],
      summary: `Booked ${valueWords(input.amount, input.currency)} spent on ${name}`,
      after: { ...input, id },
    })
    return { id }
  },
})
