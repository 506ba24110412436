import { eq } from "drizzle-orm"
import { z } from "zod"
import { workspaces } from "@/db/schema/members"
import { notFound } from "@/server/kernel/errors"
import { query } from "@/server/kernel/operation"

/** The workspace of the call. */
export const getWorkspace = query("members.getWorkspace", {
  permission: "members.read",
  at: "rows",
  input: z.object({}),
  async run(ctx) {
    const [workspace] = await ctx.db.select().from(workspaces).where(eq(workspaces.id, ctx.workspaceId))
    if (!workspace) throw notFound("The workspace")
    return workspace
  },
})
