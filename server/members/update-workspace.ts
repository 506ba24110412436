import { eq } from "drizzle-orm"
import { z } from "zod"
import { workspaces } from "@/db/schema/members"
import { domains } from "@/db/schema/products"
import { own } from "@/server/kernel/database"
import { conflict, invalidField, notFound } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { workspaceFields } from "./domain/workspace"

/** Changes name and item prefix; items keep their keys. @throws CONFLICT when `version` is stale, INVALID at itemPrefix. */
export const updateWorkspace = command("members.updateWorkspace", {
  permission: "settings.manage",
  input: workspaceFields.extend({ version: z.int() }),
  async run(ctx, { name, itemPrefix, version }) {
    const mine = eq(workspaces.id, ctx.workspaceId)
    const [before] = await ctx.db.select().from(workspaces).where(mine).for("update")
    if (!before) throw notFound("The workspace")
    if (before.version !== version) throw conflict("The workspace", before)
    if (before.name === name && before.itemPrefix === itemPrefix) return { version }
    const [taken] = await ctx.db
      .select({ name: domains.name })
      .from(domains)
      .where(own(ctx, domains, eq(domains.key, itemPrefix)))
    if (taken)
      throw invalidField("itemPrefix", `${itemPrefix} is the key of the domain ${taken.name}; choose another`)
    await ctx.db
      .update(workspaces)
      .set({ name, itemPrefix, version: version + 1 })
      .where(mine)
    ctx.record({
      targets: [{ type: "workspace", id: before.id, name }],
      summary: "Changed the settings of the workspace",
      before: { name: before.name, itemPrefix: before.itemPrefix },
      after: { name, itemPrefix },
    })
    return { version: version + 1 }
  },
})
