import { z } from "zod"
import { boardPolicies } from "@/db/schema/board"
import { conflict } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { DONE_GATE_LABELS, doneGateSchema } from "./domain/board-policy"
import { fetchBoardPolicy } from "./internal/done-guard"
import { lockBacklog } from "./internal/lock-backlog"

/**
 * Sets what the board asks of work before it is done, as a new version. Items that are done already stay done.
 * @throws CONFLICT with the policy as it stands.
 */
export const setBoardPolicy = command("backlog.setBoardPolicy", {
  permission: "backlog.configure",
  input: z.object({
    /** The version the person saw; 0 when there was none. */
    version: z.number().int().min(0),
    doneGate: doneGateSchema,
    reason: z.string().trim().max(500, "A reason has at most 500 characters").default(""),
  }),
  async run(ctx, { version, doneGate, reason }) {
    await lockBacklog(ctx)
    const current = await fetchBoardPolicy(ctx)
    if (current.version !== version) throw conflict("The policy of the board", current)
    if (current.doneGate === doneGate) return { version }
    const next = version + 1
    await ctx.db.insert(boardPolicies).values({
      workspaceId: ctx.workspaceId,
      version: next,
      doneGate,
      createdBy: ctx.userId,
      createdAt: ctx.now,
    })
    ctx.record({
      targets: [{ type: "board", id: ctx.workspaceId, name: "Board" }],
      summary: `Set what the board does with work that is not done by its Definition of Done: ${DONE_GATE_LABELS[doneGate].toLowerCase()}`,
      before: { doneGate: current.doneGate },
      after: { doneGate },
      ...(reason && { reason }),
    })
    return { version: next }
  },
})
