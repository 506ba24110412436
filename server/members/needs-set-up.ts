import { z } from "zod"
import { users } from "@/db/schema/members"
import { query } from "@/server/kernel/operation"

/** True while nobody has set Plumbline up. */
export const needsSetUp = query("members.needsSetUp", {
  permission: "public",
  input: z.object({}),
  async run(ctx) {
    const [anybody] = await ctx.db.select({ id: users.id }).from(users).limit(1)
    return anybody === undefined
  },
})
