import { eq } from "drizzle-orm"
import { z } from "zod"
import { users } from "@/db/schema/members"
import { notFound } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { personName } from "./domain/account"
import { recordForPerson } from "./internal/record-for-person"

/** Changes the name under which a person appears everywhere. */
export const updateAccount = command("members.updateAccount", {
  permission: "account",
  input: z.object({ name: personName }),
  async run(ctx, { name }) {
    const [before] = await ctx.db
      .select({ name: users.name })
      .from(users)
      .where(eq(users.id, ctx.userId))
      .for("update")
    if (!before) throw notFound("The account")
    if (before.name === name) return
    await ctx.db.update(users).set({ name }).where(eq(users.id, ctx.userId))
    await recordForPerson(
      ctx,
      { id: ctx.userId, name },
      {
        action: "members.updateAccount",
        summary: `Changed their name from ${before.name} to ${name}`,
        before,
        after: { name },
      },
    )
  },
})
