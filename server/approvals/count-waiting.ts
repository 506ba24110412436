import { z } from "zod"
import { query } from "@/server/kernel/operation"
import { COUNTED, inboxFilterSchema } from "./domain/inbox"
import { inboxIds } from "./internal/inbox-rows"

/** How many requests wait on the reader, and how many of them are past their due date; at most 100 are counted. */
export const countWaiting = query("approvals.countWaiting", {
  permission: "approvals.read",
  at: "rows",
  input: z.object({}),
  async run(ctx) {
    const count = async (overdue: boolean) =>
      (await inboxIds(ctx, inboxFilterSchema.parse({ overdue }), { limit: COUNTED })).length
    return { waiting: await count(false), late: await count(true) }
  },
})
