import { z } from "zod"
import { blindRounds } from "@/db/schema/blind-rounds"
import { newId } from "@/server/kernel/domain/id"
import { ruleBroken } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { requireMembers } from "@/server/kernel/require-members"
import { MOST_SCORERS } from "./domain/blind-round"
import { lockRounds, openRound } from "./internal/blind"
import { fetchFramework } from "./internal/framework-rows"

/**
 * From now on the framework is scored blind: until the reveal nobody is sent what others give or gave, be it values,
 * medians, ranks or explanations. Values given before count in the round and are hidden as well.
 * @throws RULE_BROKEN when it is blind already, INVALID for people who are not members, NOT_FOUND.
 */
export const startBlindRound = command("scoring.startBlindRound", {
  permission: "scoring.configure",
  input: z.object({
    frameworkKey: z.string().min(1).max(40),
    scorerIds: z
      .array(z.uuid())
      .min(2, "Ask two people at least: one alone is anchored by nobody")
      .max(MOST_SCORERS, `At most ${MOST_SCORERS} people can be asked`)
      .transform((ids) => [...new Set(ids)]),
    reason: z.string().trim().min(1, "Say why it is scored blind").max(500),
  }),
  async run(ctx, { frameworkKey, scorerIds, reason }) {
    const { id: frameworkId, definition } = await fetchFramework(ctx, frameworkKey)
    await lockRounds(ctx, frameworkKey)
    const present = await openRound(ctx, frameworkKey)
    if (present)
      throw ruleBroken(`${definition.name} is scored blind already, since ${present.openedAt.slice(0, 10)}`)
    await requireMembers(ctx, Object.fromEntries(scorerIds.map((id, index) => [`scorerIds.${index}`, id])))
    const id = newId()
    await ctx.db.insert(blindRounds).values({
      workspaceId: ctx.workspaceId,
      id,
      frameworkKey,
      scorerIds,
      openedAt: ctx.now,
      openedBy: ctx.userId,
      reason,
    })
    ctx.record({
      targets: [{ type: "framework", id: frameworkId, name: definition.name }],
      summary: `Started a blind round of ${definition.name} with ${scorerIds.length} people`,
      after: { roundId: id, people: scorerIds.length },
      reason,
    })
    return { id }
  },
})
