import { redirect } from "next/navigation"
import { listMyWorkspaces } from "@/server/members/list-my-workspaces"
import { needsSetUp } from "@/server/members/needs-set-up"
import { pageContext } from "@/server/rsc"

/** The start: set-up while there is nobody, else sign-in, else the workspace visited last. */
export default async function Start(): Promise<never> {
  const ctx = await pageContext()
  if (!ctx.caller.user) redirect((await needsSetUp(ctx, {})) ? "/set-up" : "/sign-in")
  const [last] = await listMyWorkspaces(ctx, {})
  redirect(last ? `/${last.slug}` : "/account")
}
