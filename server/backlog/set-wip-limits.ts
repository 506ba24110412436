import { isDeepStrictEqual } from "node:util"
import { z } from "zod"
import { wipLimits } from "@/db/schema/board"
import { conflict } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { wipRulesSchema } from "./domain/wip"
import { lockBacklog } from "./internal/lock-backlog"
import { fetchLimits } from "./internal/wip-guard"

/**
 * Sets the limits of the board as a new version; the earlier ones stay on record. A group that is over a new limit
 * already stays as it is: nothing more comes in. @throws CONFLICT with the limits as they stand, INVALID.
 */
export const setWipLimits = command("backlog.setWipLimits", {
  permission: "backlog.configure",
  input: z.object({
    /** The version the person saw; 0 when there was none. */
    version: z.number().int().min(0),
    rules: wipRulesSchema,
  }),
  async run(ctx, { version, rules }) {
    await lockBacklog(ctx)
    const current = await fetchLimits(ctx)
    if (current.version !== version) throw conflict("The limits", current)
    if (isDeepStrictEqual(current.rules, rules)) return { version }
    const next = version + 1
    await ctx.db.insert(wipLimits).values({
      workspaceId: ctx.workspaceId,
      version: next,
      rules,
      createdBy: ctx.userId,
      createdAt: ctx.now,
    })
    ctx.record({
      targets: [{ type: "board", id: ctx.workspaceId, name: "Board" }],
      summary:
        rules.length > 0
          ? `Set ${rules.length} limits of the board's columns`
          : "Took the board's limits away",
      before: { rules: current.rules },
      after: { rules },
    })
    return { version: next }
  },
})
