import { eq } from "drizzle-orm"
import { z } from "zod"
import { blindRounds } from "@/db/schema/blind-rounds"
import { frameworks } from "@/db/schema/scoring"
import { own } from "@/server/kernel/database"
import { ruleBroken } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { lockRounds, openRound } from "./internal/blind"
import { fetchFramework, selectFrameworks } from "./internal/framework-rows"
import { setAside } from "./internal/set-aside"
import { refreshStandings } from "./internal/standings"

/**
 * Ends the blind round of a framework without a reveal. What people gave in it is set aside, each person's for that
 * person alone; what stood before the round counts again.
 * @throws RULE_BROKEN when no round is open, NOT_FOUND.
 */
export const cancelBlindRound = command("scoring.cancelBlindRound", {
  permission: "scoring.configure",
  input: z.object({
    frameworkKey: z.string().min(1).max(40),
    reason: z.string().trim().min(1, "Say why the round is cancelled").max(500),
  }),
  async run(ctx, { frameworkKey, reason }) {
    const { id, definition } = await fetchFramework(ctx, frameworkKey)
    await lockRounds(ctx, frameworkKey)
    const round = await openRound(ctx, frameworkKey)
    if (!round) throw ruleBroken(`${definition.name} is not scored blind, so there is no round to cancel`)
    const touched = await setAside(ctx, round.id)
    for (const version of await selectFrameworks(ctx, eq(frameworks.key, frameworkKey))) {
      const changed = touched.filter(({ frameworkId }) => frameworkId === version.id)
      if (changed.length === 0) continue
      await refreshStandings(ctx, version, [...new Set(changed.map(({ itemId }) => itemId))])
    }
    await ctx.db
      .update(blindRounds)
      .set({ cancelledAt: ctx.now, cancelledBy: ctx.userId, cancelReason: reason })
      .where(own(ctx, blindRounds, eq(blindRounds.id, round.id)))
    const kept = touched.filter((entry) => entry.kept)
    const people = new Set(kept.map(({ userId }) => userId)).size
    ctx.record({
      targets: [{ type: "framework", id, name: definition.name }],
      summary: `Cancelled the blind round of ${definition.name} without revealing it`,
      after: { roundId: round.id, setAside: kept.length, people },
      reason,
    })
    return { scores: kept.length, people }
  },
})
