import { eq, sql } from "drizzle-orm"
import { users } from "@/db/schema/members"
import { frameworks } from "@/db/schema/scoring"
import { workshops } from "@/db/schema/workshops"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { notFound } from "@/server/kernel/errors"

/** "share": no phase may change meanwhile. "update": this call changes it. */
type Lock = "share" | "update"

/**
 * A workshop with its framework and facilitator. Locked, it stays as it is until the end of the transaction: a reveal
 * waits for saves under way, and a save after it finds the scores revealed. @throws NOT_FOUND
 */
export async function fetchWorkshop(ctx: OpCtx, id: string, lock?: Lock) {
  if (lock) {
    const mode = sql.raw(lock)
    await ctx.db.execute(
      sql`select 1 from ${workshops} where ${own(ctx, workshops, eq(workshops.id, id))} for ${mode}`,
    )
  }
  const [row] = await ctx.db
    .select({
      workshop: workshops,
      facilitatorName: users.name,
      framework: {
        id: frameworks.id,
        key: frameworks.key,
        version: frameworks.version,
        definition: frameworks.definition,
      },
    })
    .from(workshops)
    .innerJoin(frameworks, own(ctx, frameworks, eq(frameworks.id, workshops.frameworkId)))
    .leftJoin(users, eq(users.id, workshops.facilitatorId))
    .where(own(ctx, workshops, eq(workshops.id, id)))
  if (!row) throw notFound("The workshop")
  const { workshop, framework, facilitatorName } = row
  return {
    ...workshop,
    framework,
    facilitator: { id: workshop.facilitatorId, name: facilitatorName ?? "Somebody who left" },
  }
}

export type WorkshopRow = Awaited<ReturnType<typeof fetchWorkshop>>

export const targetOf = ({ id, title }: { id: string; title: string }) => ({
  type: "workshop",
  id,
  name: title,
})
