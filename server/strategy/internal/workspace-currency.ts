import { eq } from "drizzle-orm"
import { fundingRequests, spendings } from "@/db/schema/funding"
import { workspaces } from "@/db/schema/members"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { invalidField } from "@/server/kernel/errors"

/** The currency of every amount of the roadmap so far; null before the first one. */
export async function currencyInUse(ctx: OpCtx): Promise<string | null> {
  const [asked] = await ctx.db
    .select({ currency: fundingRequests.currency })
    .from(fundingRequests)
    .where(own(ctx, fundingRequests))
    .limit(1)
  if (asked) return asked.currency
  const [spent] = await ctx.db
    .select({ currency: spendings.currency })
    .from(spendings)
    .where(own(ctx, spendings))
    .limit(1)
  return spent?.currency ?? null
}

/** The first amount decides the currency; amounts of two currencies are never added. @throws INVALID at `currency` */
export async function requireCurrency(ctx: OpCtx, wanted: string): Promise<void> {
  if ((await currencyInUse(ctx)) === null) {
    // Two first amounts at the same moment: the second waits here and then sees the first.
    await ctx.db
      .select({ id: workspaces.id })
      .from(workspaces)
      .where(eq(workspaces.id, ctx.workspaceId))
      .for("update")
  }
  const currency = await currencyInUse(ctx)
  if (currency !== null && currency !== wanted) {
    throw invalidField("currency", `This workspace plans in ${currency}; give the amount in ${currency}`)
  }
}
