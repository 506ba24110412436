import { z } from "zod"
import { query } from "@/server/kernel/operation"
import { inboxFilterSchema } from "./domain/inbox"
import { inboxRows } from "./internal/inbox-rows"

/** The approvals inbox, newest first, one page at a time; `next` is the cursor of the following page. */
export const listApprovals = query("approvals.listApprovals", {
  permission: "approvals.read",
  at: "rows",
  input: inboxFilterSchema.extend({
    cursor: z.object({ requestedAt: z.iso.datetime(), id: z.uuid() }).nullish(),
    limit: z.int().min(1).max(100).default(50),
  }),
  async run(ctx, { cursor, limit, ...filter }) {
    const rows = await inboxRows(ctx, filter, { after: cursor, limit: limit + 1 })
    const shown = rows.slice(0, limit)
    const last = rows.length > limit ? shown.at(-1) : undefined
    return { rows: shown, next: last ? { requestedAt: last.requestedAt, id: last.id } : null }
  },
})
