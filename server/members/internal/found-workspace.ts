import { eq } from "drizzle-orm"
import { grants, memberships, workspaces } from "@/db/schema/members"
import type { OpCtx } from "@/server/kernel/context"
import { enterWorkspace } from "@/server/kernel/database"
import { newId } from "@/server/kernel/domain/id"
import { invalidField } from "@/server/kernel/errors"
import { recordInWorkspace } from "@/server/kernel/operation"
import { workspaceSlugOf } from "../domain/workspace"
import { actingAs } from "./record-for-person"

type Founder = { id: string; name: string }
type NewWorkspace = { name: string; itemPrefix: string; slug?: string }

async function freeSlug(ctx: OpCtx, { name, slug }: NewWorkspace): Promise<string> {
  const wanted = slug ?? workspaceSlugOf(name)
  for (let n = 1; ; n++) {
    const candidate = n === 1 ? wanted : `${wanted}-${n}`
    const [taken] = await ctx.db
      .select({ id: workspaces.id })
      .from(workspaces)
      .where(eq(workspaces.slug, candidate))
    if (!taken) return candidate
    if (slug !== undefined) throw invalidField("slug", `The address ${slug} is taken; choose another`)
  }
}

/** Creates a workspace with its founder as administrator. From here on the transaction acts inside it. */
export async function foundWorkspace(outer: OpCtx, action: string, founder: Founder, wanted: NewWorkspace) {
  const slug = await freeSlug(outer, wanted)
  const { name, itemPrefix } = wanted
  const workspaceId = newId()
  const ctx = { ...actingAs(outer, founder), workspaceId }
  await ctx.db.insert(workspaces).values({ id: workspaceId, slug, name, itemPrefix, createdAt: ctx.now })
  await enterWorkspace(ctx.db, workspaceId)
  await ctx.db.insert(memberships).values({ workspaceId, userId: founder.id, joinedAt: ctx.now })
  await ctx.db.insert(grants).values({
    workspaceId,
    id: newId(),
    userId: founder.id,
    role: "administrator",
    scopeType: "workspace",
    validFrom: ctx.now,
    reason: "Founded the workspace",
    grantedBy: founder.id,
    grantedAt: ctx.now,
  })
  await recordInWorkspace(ctx, workspaceId, action, [
    {
      targets: [
        { type: "workspace", id: workspaceId, name },
        { type: "member", id: founder.id, name: founder.name },
      ],
      summary: `Founded the workspace ${name} and became its administrator`,
      after: { name, slug, itemPrefix },
    },
  ])
  return { workspaceId, slug }
}
