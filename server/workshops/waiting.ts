import { and, desc, eq, inArray, or, sql } from "drizzle-orm"
import { users } from "@/db/schema/members"
import { workshopPeople, workshops } from "@/db/schema/workshops"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import type { WaitingThing } from "@/server/products/domain/waiting-thing"
import { OPEN_PHASES, PHASE_LABELS } from "./domain/workshop"

const SHOWN = 10

/** Open workshops that the caller is invited to and has not joined, or whose scoring they have not finished. */
export async function waitingWorkshops(ctx: OpCtx): Promise<WaitingThing[]> {
  const rows = await ctx.db
    .select({
      id: workshops.id,
      title: workshops.title,
      phase: workshops.phase,
      joinedAt: workshopPeople.joinedAt,
      facilitator: users.name,
    })
    .from(workshopPeople)
    .innerJoin(workshops, own(ctx, workshops, eq(workshops.id, workshopPeople.workshopId)))
    .leftJoin(users, eq(users.id, workshops.facilitatorId))
    .where(
      own(
        ctx,
        workshopPeople,
        eq(workshopPeople.userId, ctx.userId),
        inArray(workshops.phase, [...OPEN_PHASES]),
        or(
          sql`${workshopPeople.joinedAt} is null`,
          and(eq(workshops.phase, "scoring"), sql`${workshopPeople.finishedRound} < ${workshops.round}`),
        ),
      ),
    )
    .orderBy(desc(workshops.createdAt))
    .limit(SHOWN)
  const slug = ctx.caller.workspace?.slug ?? ""
  return rows.map(({ id, title, phase, joinedAt, facilitator }) => ({
    kind: "score",
    id: `workshop-${id}`,
    title: `${phase === "scoring" ? "Score in the workshop" : "Join the workshop"} “${title}”`,
    detail: `${facilitator ?? "Somebody"} facilitates; the others see that you are done, not what you gave`,
    state: PHASE_LABELS[phase].toLowerCase(),
    action: { label: joinedAt ? "Go on scoring" : "Join", href: `/${slug}/backlog/workshops/${id}` },
  }))
}
