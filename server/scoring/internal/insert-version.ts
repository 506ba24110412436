import { frameworks } from "@/db/schema/scoring"
import type { OpCtx } from "@/server/kernel/context"
import { newId } from "@/server/kernel/domain/id"
import type { Framework } from "../domain/framework"
import { frameworkSchema } from "../domain/framework-rules"

/** True when two definitions say the same; jsonb keeps no order of keys, so both are read through the schema. */
export function sameDefinition(a: Framework, b: Framework): boolean {
  return JSON.stringify(frameworkSchema.parse(a)) === JSON.stringify(frameworkSchema.parse(b))
}

/** Adds a version of a framework and records it; undefined when somebody published this version first. */
export async function insertVersion(ctx: OpCtx, definition: Framework, version: number, before?: Framework) {
  const { key, name } = definition
  const row = { id: newId(), key, version, name, definition, publishedAt: ctx.now, publishedBy: ctx.userId }
  const inserted = await ctx.db
    .insert(frameworks)
    .values({ ...row, workspaceId: ctx.workspaceId })
    .onConflictDoNothing()
    .returning({ id: frameworks.id })
  if (inserted.length === 0) return undefined
  ctx.record({
    targets: [{ type: "framework", id: row.id, name: `${name} version ${version}` }],
    summary: `Published version ${version} of the framework ${name}`,
    ...(before && { before }),
    after: definition,
  })
  return { id: row.id, key, version }
}
