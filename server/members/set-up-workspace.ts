import { sql } from "drizzle-orm"
import { users } from "@/db/schema/members"
import { ruleBroken } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { emailAddress, newPerson } from "./domain/account"
import { workspaceFields, workspaceSlug } from "./domain/workspace"
import { addPerson } from "./internal/add-person"
import { foundWorkspace } from "./internal/found-workspace"

// Any number will do, as long as every process takes the same lock.
const SET_UP_LOCK = 7_301_001

/**
 * Creates the first workspace and its administrator, while there is no person at all.
 * @throws RULE_BROKEN once somebody did; of two attempts at the same moment one.
 */
export const setUpWorkspace = command("members.setUpWorkspace", {
  permission: "public",
  input: newPerson.extend({
    email: emailAddress,
    workspace: workspaceFields.extend({ slug: workspaceSlug.optional() }),
  }),
  async run(ctx, { workspace, ...person }) {
    await ctx.db.execute(sql`select pg_advisory_xact_lock(${sql.raw(String(SET_UP_LOCK))})`)
    const [anybody] = await ctx.db.select({ id: users.id }).from(users).limit(1)
    if (anybody)
      throw ruleBroken("Plumbline is set up already; sign in, or ask an administrator for an invitation")
    const founder = await addPerson(ctx, person)
    const founded = await foundWorkspace(ctx, "members.setUpWorkspace", founder, workspace)
    return { ...founded, userId: founder.id }
  },
})
