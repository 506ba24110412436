import { desc, eq } from "drizzle-orm"
import { workshopFacts } from "@/db/schema/workshops"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { listPresent } from "@/server/kernel/live/presence"
import { topicOf } from "../domain/workshop"
import type { WorkshopRow } from "./workshop-rows"

type Seen = Awaited<ReturnType<typeof listPresent>>

/** Whole seconds since the last sign of the facilitator: an open page, or a step they took. Null while they are there. */
export async function absenceOf(
  ctx: OpCtx,
  { id, facilitator, createdAt }: Pick<WorkshopRow, "id" | "facilitator" | "createdAt">,
  seen?: Seen,
): Promise<number | null> {
  const rows = seen ?? (await listPresent(ctx, topicOf(id)))
  const row = rows.find(({ userId }) => userId === facilitator.id)
  if (row?.present) return null
  const [step] = await ctx.db
    .select({ at: workshopFacts.at })
    .from(workshopFacts)
    .where(own(ctx, workshopFacts, eq(workshopFacts.workshopId, id), eq(workshopFacts.byId, facilitator.id)))
    .orderBy(desc(workshopFacts.seq))
    .limit(1)
  const last = [row?.seenAt, step?.at, createdAt]
    .filter((at) => at !== undefined)
    .sort()
    .at(-1)!
  return Math.max(0, Math.floor((Date.parse(ctx.now) - Date.parse(last)) / 1000))
}
