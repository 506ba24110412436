import type { Ctx } from "@/server/kernel/context"
import { publishBuiltInFrameworks } from "@/server/scoring/publish-built-in-frameworks"

type Founded = { workspaceId: string; slug: string }
type Founder = { id: string; name: string; email: string }

/** The founder inside the new workspace, in the same request that made it. */
function asFounder(ctx: Ctx, { workspaceId, slug }: Founded, founder: Founder): Ctx {
  const actor = { type: "user" as const, id: founder.id, name: founder.name }
  const grants = [{ role: "administrator" as const, scopeType: "workspace" as const, scopeId: null }]
  const workspace = { id: workspaceId, slug, name: slug }
  return { ...ctx, caller: { ...ctx.caller, actor, user: founder, workspace, grants } }
}

/** What every new workspace starts with: the built-in scoring frameworks. */
export async function furnishWorkspace(ctx: Ctx, founded: Founded, founder: Founder): Promise<void> {
  await publishBuiltInFrameworks(asFounder(ctx, founded, founder), {})
}
