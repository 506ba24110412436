import { notFound } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { workspaceFields, workspaceSlug } from "./domain/workspace"
import { foundWorkspace } from "./internal/found-workspace"
import { mayCreateWorkspace } from "./internal/may-create-workspace"
import { obey } from "./internal/obey"

/** Creates a further workspace with the caller as administrator. @throws RULE_BROKEN unless they administer one. */
export const createWorkspace = command("members.createWorkspace", {
  permission: "account",
  input: workspaceFields.extend({ slug: workspaceSlug.optional() }),
  async run(ctx, input) {
    obey(await mayCreateWorkspace(ctx))
    const { user } = ctx.caller
    if (!user) throw notFound("The person")
    return foundWorkspace(ctx, "members.createWorkspace", user, input)
  },
})
