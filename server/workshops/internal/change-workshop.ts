import { eq, sql } from "drizzle-orm"
import { workshopFacts, workshops } from "@/db/schema/workshops"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { publish } from "@/server/kernel/live/publish"
import { type FactKind, topicOf } from "../domain/workshop"
import type { WorkshopRow } from "./workshop-rows"

type Change = Partial<
  Pick<
    typeof workshops.$inferInsert,
    | "phase"
    | "round"
    | "facilitatorId"
    | "focusItemId"
    | "timerEndsAt"
    | "decision"
    | "outcome"
    | "closedAt"
    | "orderChangeId"
    | "adoptedAt"
    | "adoptedBy"
  >
>

/** Changes the locked workshop, notes the fact where it is one, and tells every open page. Returns the new revision. */
export async function changeWorkshop(
  ctx: OpCtx,
  workshop: Pick<WorkshopRow, "id" | "round">,
  change: Change,
  fact?: { kind: FactKind; note?: string },
): Promise<number> {
  const [row] = await ctx.db
    .update(workshops)
    .set({ ...change, revision: sql`${workshops.revision} + 1` })
    .where(own(ctx, workshops, eq(workshops.id, workshop.id)))
    .returning({ revision: workshops.revision })
  const { revision } = row!
  if (fact)
    await noteFact(ctx, workshop.id, { ...fact, seq: revision, round: change.round ?? workshop.round })
  await publish(ctx, topicOf(workshop.id), { kind: "state", revision })
  return revision
}

export async function noteFact(
  ctx: OpCtx,
  workshopId: string,
  { kind, note = "", seq, round }: { kind: FactKind; note?: string; seq: number; round: number },
): Promise<void> {
  await ctx.db.insert(workshopFacts).values({
    workspaceId: ctx.workspaceId,
    workshopId,
    seq,
    kind,
    round,
    byId: ctx.userId,
    at: ctx.now,
    note,
  })
}
