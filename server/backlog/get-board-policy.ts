import { eq } from "drizzle-orm"
import { z } from "zod"
import { users } from "@/db/schema/members"
import { query } from "@/server/kernel/operation"
import { fetchBoardPolicy } from "./internal/done-guard"

/** What the board asks of work before it is done, and who set that when. */
export const getBoardPolicy = query("backlog.getBoardPolicy", {
  permission: "backlog.read",
  at: "rows",
  input: z.object({}),
  async run(ctx) {
    const { version, doneGate, createdBy, createdAt } = await fetchBoardPolicy(ctx)
    const [setter] = createdBy
      ? await ctx.db.select({ name: users.name }).from(users).where(eq(users.id, createdBy))
      : []
    return { version, doneGate, setBy: setter?.name ?? null, setAt: createdAt }
  },
})
