import { eq } from "drizzle-orm"
import { spendings } from "@/db/schema/funding"
import { own } from "@/server/kernel/database"
import { newId } from "@/server/kernel/domain/id"
import { conflict, invalidField, notFound } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { plainDecimal } from "./domain/decimal"
import { valueWords } from "./domain/sentence"
import { spendingCorrectionSchema } from "./domain/spending"
import { fetchInitiative } from "./internal/initiative-rows"

/**
 * Replaces a booked amount by a new row with a reason; the old one stays readable. @throws CONFLICT with the row that
 * replaced it already, INVALID at `spentOn`, NOT_FOUND.
 */
export const correctSpending = command("strategy.correctSpending", {
  permission: "strategy.fund",
  input: spendingCorrectionSchema,
  async run(ctx, { id, reason, ...entry }) {
    const [wrong] = await ctx.db
      .select()
      .from(spendings)
      .where(own(ctx, spendings, eq(spendings.id, id)))
    if (!wrong) throw notFound("The spending")
    const { name } = await fetchInitiative(ctx, wrong.initiativeId, true)
    if (entry.spentOn > ctx.now.slice(0, 10))
      throw invalidField("spentOn", "Money is booked once it is spent")
    const [newer] = await ctx.db
      .select()
      .from(spendings)
      .where(own(ctx, spendings, eq(spendings.supersedes, id)))
    if (newer) throw conflict("The spending", newer)
    const { initiativeId, currency } = wrong
    const row = { ...entry, initiativeId, currency, supersedes: id, reason }
    const created = { workspaceId: ctx.workspaceId, id: newId(), bookedBy: ctx.userId, bookedAt: ctx.now }
    await ctx.db.insert(spendings).values({ ...row, ...created })
    const [was, is] = [plainDecimal(wrong.amount), entry.amount].map((amount) => valueWords(amount, currency))
    ctx.record({
      targets: [{ type: "initiative", id: initiativeId, name }],
      summary: `Corrected a spending of ${name} from ${was} to ${is}`,
      before: { spentOn: wrong.spentOn, amount: plainDecimal(wrong.amount), note: wrong.note },
      after: entry,
      reason,
    })
    return { id: created.id }
  },
})
