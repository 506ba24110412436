import { desc, inArray, isNotNull, type SQL, sql } from "drizzle-orm"
import { measurements } from "@/db/schema/objectives"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { plainDecimal } from "../domain/decimal"
import type { Measured } from "../domain/grade"

/** Condition on `measurements`: rows that no correction replaces. */
export const notSuperseded: SQL = sql`not exists (select 1 from ${measurements} c
  where c.workspace_id = ${measurements.workspaceId} and c.supersedes = ${measurements.id})`

/** The latest valid measurement of each key result, in one query. */
export async function latestMeasurements(ctx: OpCtx, keyResultIds: string[]): Promise<Map<string, Measured>> {
  if (keyResultIds.length === 0) return new Map()
  const rows = await ctx.db
    .selectDistinctOn([measurements.keyResultId], {
      keyResultId: measurements.keyResultId,
      measuredOn: measurements.measuredOn,
      value: measurements.value,
    })
    .from(measurements)
    .where(
      own(
        ctx,
        measurements,
        inArray(measurements.keyResultId, keyResultIds),
        isNotNull(measurements.value),
        notSuperseded,
      ),
    )
    .orderBy(measurements.keyResultId, desc(measurements.measuredOn), desc(measurements.id))
  return new Map(
    rows.map(({ keyResultId, measuredOn, value }) => [
      keyResultId,
      { measuredOn, value: plainDecimal(value ?? "0") },
    ]),
  )
}
