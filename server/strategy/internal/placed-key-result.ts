import { eq } from "drizzle-orm"
import { keyResults, objectives } from "@/db/schema/objectives"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { type Scope, WORKSPACE_SCOPE } from "@/server/kernel/domain/grants"
import { notFound, ruleBroken } from "@/server/kernel/errors"
import { objectiveKey } from "../domain/objective"
import { asDefinition, definitionColumns } from "./key-result-rows"

/** A key result with the objective it belongs to; its row is locked where somebody is about to write. @throws NOT_FOUND */
export async function fetchKeyResult(ctx: OpCtx, id: string, lock = false) {
  const query = ctx.db
    .select({
      ...definitionColumns,
      id: keyResults.id,
      ownerId: keyResults.ownerId,
      rhythmDays: keyResults.rhythmDays,
      version: keyResults.version,
      droppedAt: keyResults.droppedAt,
      objective: {
        id: objectives.id,
        number: objectives.number,
        title: objectives.title,
        state: objectives.state,
        domainId: objectives.domainId,
      },
    })
    .from(keyResults)
    .innerJoin(objectives, own(ctx, objectives, eq(objectives.id, keyResults.objectiveId)))
    .where(own(ctx, keyResults, eq(keyResults.id, id)))
  const [row] = await (lock ? query.for("update", { of: keyResults }) : query)
  if (!row) throw notFound("The key result")
  return asDefinition(row)
}

export type PlacedKeyResult = Awaited<ReturnType<typeof fetchKeyResult>>

/** Where a key result is measured: in its objective's domain, or in the workspace. @throws NOT_FOUND */
export async function scopeOfKeyResult(ctx: OpCtx, id: string): Promise<Scope> {
  const { objective } = await fetchKeyResult(ctx, id)
  return objective.domainId ? { type: "domain", domainId: objective.domainId } : WORKSPACE_SCOPE
}

/** @throws RULE_BROKEN when it was dropped or its objective is closed. */
export function requireLive({ metric, droppedAt, objective }: PlacedKeyResult): void {
  if (droppedAt) throw ruleBroken(`${metric} was taken out of its objective`)
  if (objective.state === "closed") {
    throw ruleBroken(`${objectiveKey(objective.number)} is closed. Reopen it first`)
  }
}

/** What the trail names: the objective, so that its activity shows everything about it. */
export const objectiveTarget = ({ id, number, title }: { id: string; number: number; title: string }) => ({
  type: "objective",
  id,
  name: `${objectiveKey(number)} ${title}`,
})
