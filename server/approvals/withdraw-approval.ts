import { z } from "zod"
import { forbidden, PlumblineError } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { APPROVAL_LIMITS } from "./domain/approval"
import { closedReason } from "./domain/decision-rules"
import { closeRequests } from "./internal/close-requests"
import { lockRequest } from "./internal/request-row"

/** Takes one's own request back, with the reason, while it is open or sent back. @throws NOT_FOUND, FORBIDDEN, CONFLICT */
export const withdrawApproval = command("approvals.withdrawApproval", {
  permission: "approvals.review",
  at: "rows",
  input: z.object({
    requestId: z.uuid(),
    note: z.string().trim().min(1, "Say why you take it back").max(APPROVAL_LIMITS.note),
  }),
  async run(ctx, { requestId, note }) {
    const row = await lockRequest(ctx, requestId)
    if (row.requestedBy !== ctx.userId) throw forbidden("Only whoever asked takes a request back")
    const closed = row.state === "changes_requested" ? undefined : closedReason(row, ctx.now)
    if (closed) throw new PlumblineError("CONFLICT", closed, { current: row })
    await closeRequests(ctx, [row], { state: "withdrawn", reason: note })
  },
})
