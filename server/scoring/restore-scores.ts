import { and, eq } from "drizzle-orm"
import { z } from "zod"
import { scores } from "@/db/schema/scoring"
import { own } from "@/server/kernel/database"
import { ruleBroken } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { checkInputs } from "./domain/check-inputs"
import { fetchFramework } from "./internal/framework-rows"
import { dropSetAside, ownSetAside } from "./internal/set-aside"
import { saveScores } from "./save-scores"

const AT_ONCE = 500

/**
 * Gives the caller's own values again that a cancelled blind round had set aside. What they gave for an item since then
 * is newer and stays (`newer`). In a new blind round they are hidden like all others.
 * @throws RULE_BROKEN when nothing is set aside, NOT_FOUND, FORBIDDEN.
 */
export const restoreScores = command("scoring.restoreScores", {
  permission: "scoring.score",
  at: "rows",
  input: z.object({ frameworkKey: z.string().min(1).max(40) }),
  async run(ctx, { frameworkKey }) {
    const framework = await fetchFramework(ctx, frameworkKey)
    const aside = await ownSetAside(ctx, framework.id)
    if (aside.length === 0) throw ruleBroken("No values of yours are set aside")
    const present = await ctx.db
      .select({ itemId: scores.itemId, version: scores.version, updatedAt: scores.updatedAt })
      .from(scores)
      .where(own(ctx, scores, and(eq(scores.frameworkId, framework.id), eq(scores.userId, ctx.userId))))
    const now = new Map(present.map((row) => [row.itemId, row]))
    const wanted = aside.filter(({ itemId, inputs, cancelledAt }) => {
      const given = now.get(itemId)
      return (
        (!given || given.updatedAt < cancelledAt!) &&
        checkInputs(framework.definition, inputs ?? {}).length === 0
      )
    })
    for (let start = 0; start < wanted.length; start += AT_ONCE) {
      const batch = wanted.slice(start, start + AT_ONCE).map(({ itemId, inputs, note }) => ({
        itemId,
        inputs: Object.fromEntries(
          framework.definition.criteria.map(({ key }) => [key, inputs?.[key] ?? null]),
        ),
        note: note ?? "",
        version: now.get(itemId)?.version ?? 0,
      }))
      await saveScores(ctx, { frameworkId: framework.id, scores: batch })
    }
    await dropSetAside(ctx, framework.id)
    const { name } = framework.definition
    ctx.record({
      targets: [{ type: "framework", id: framework.id, name }],
      summary: `Gave the values again that the cancelled blind round of ${name} had set aside`,
      after: { items: wanted.length, newer: aside.length - wanted.length },
    })
    return { items: wanted.length, newer: aside.length - wanted.length }
  },
})
