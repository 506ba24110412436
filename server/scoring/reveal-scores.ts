import { createHash } from "node:crypto"
import { eq } from "drizzle-orm"
import { z } from "zod"
import { blindRounds } from "@/db/schema/blind-rounds"
import { frameworks } from "@/db/schema/scoring"
import { own } from "@/server/kernel/database"
import { ruleBroken } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { freezeScores, lockRounds, openRound } from "./internal/blind"
import { fetchFramework, selectFrameworks } from "./internal/framework-rows"
import { dropEarlier } from "./internal/set-aside"

/**
 * Ends the blind round of a framework: everybody sees what everybody gave. The scores of this moment are kept for
 * good, so that what people change after the talk stands beside what they thought alone.
 * @throws RULE_BROKEN when no round is open, NOT_FOUND.
 */
export const revealScores = command("scoring.revealScores", {
  permission: "scoring.configure",
  input: z.object({
    frameworkKey: z.string().min(1).max(40),
    reason: z.string().trim().min(1, "Say why the scores are revealed now").max(500),
  }),
  async run(ctx, { frameworkKey, reason }) {
    const { id, definition } = await fetchFramework(ctx, frameworkKey)
    await lockRounds(ctx, frameworkKey)
    const round = await openRound(ctx, frameworkKey)
    if (!round) throw ruleBroken(`${definition.name} is not scored blind, so there is nothing to reveal`)
    const versions = await selectFrameworks(ctx, eq(frameworks.key, frameworkKey))
    const frozen = await freezeScores(
      ctx,
      round,
      versions.map((version) => version.id),
    )
    await ctx.db
      .update(blindRounds)
      .set({ revealedAt: ctx.now, revealedBy: ctx.userId, revealReason: reason })
      .where(own(ctx, blindRounds, eq(blindRounds.id, round.id)))
    await dropEarlier(ctx, round.id)
    const people = new Set(frozen.map(({ userId }) => userId)).size
    ctx.record({
      targets: [{ type: "framework", id, name: definition.name }],
      summary: `Revealed the scores of ${definition.name} by ${people === 1 ? "1 person" : `${people} people`}`,
      after: {
        roundId: round.id,
        scores: frozen.length,
        people,
        sha256: createHash("sha256").update(JSON.stringify(frozen)).digest("hex"),
      },
      reason,
    })
    return { scores: frozen.length, people }
  },
})
