import { desc, eq, type SQL } from "drizzle-orm"
import { users } from "@/db/schema/members"
import { objectives } from "@/db/schema/objectives"
import { domains } from "@/db/schema/products"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { notFound } from "@/server/kernel/errors"
import { objectiveKey } from "../domain/objective"
import type { ObjectiveRow } from "../domain/objective-row"

/** Objectives with owner and domain, newest first. */
export async function selectObjectives(
  ctx: OpCtx,
  ...conditions: (SQL | undefined)[]
): Promise<(ObjectiveRow & { description: string })[]> {
  const rows = await ctx.db
    .select({
      id: objectives.id,
      number: objectives.number,
      title: objectives.title,
      description: objectives.description,
      state: objectives.state,
      periodStart: objectives.periodStart,
      periodEnd: objectives.periodEnd,
      owner: { id: users.id, name: users.name },
      domain: { id: domains.id, key: domains.key, name: domains.name },
      version: objectives.version,
      updatedAt: objectives.updatedAt,
    })
    .from(objectives)
    .leftJoin(users, eq(users.id, objectives.ownerId))
    .leftJoin(domains, own(ctx, domains, eq(domains.id, objectives.domainId)))
    .where(own(ctx, objectives, ...conditions))
    .orderBy(desc(objectives.number))
  return rows.map(({ number, ...row }) => ({ ...row, key: objectiveKey(number) }))
}

/** One objective. @throws NOT_FOUND */
export async function fetchObjective(ctx: OpCtx, condition: SQL) {
  const [row] = await selectObjectives(ctx, condition)
  if (!row) throw notFound("The objective")
  return row
}
