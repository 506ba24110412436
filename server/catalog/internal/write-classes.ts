import { and, eq, inArray } from "drizzle-orm"
import { assetFields } from "@/db/schema/catalog"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { invalid, invalidField, notFound, ruleBroken } from "@/server/kernel/errors"
import type { AssetField } from "../domain/asset"
import { mayLower } from "../domain/level-rules"
import { classOf, levelOf, rankOf, type Scheme } from "../domain/scheme"
import { recordDecisions } from "./record-decisions"

/** What a field shall become; undefined leaves that part as it is. */
export type FieldChange = { fieldId: string; levelKey?: string | null; classKey?: string | null }

/** A class brings its own level where the field has a lower one, unless a level was chosen with it. */
function target(scheme: Scheme, field: AssetField, change: FieldChange) {
  const classKey = change.classKey === undefined ? field.classKey : change.classKey
  if (change.levelKey !== undefined) return { classKey, levelKey: change.levelKey }
  const own = classOf(scheme, change.classKey ?? null)?.levelKey ?? null
  return { classKey, levelKey: rankOf(scheme, own) > rankOf(scheme, field.levelKey) ? own : field.levelKey }
}

/** @throws INVALID for a level or class that cannot be chosen; what a field has already may stay. */
function checkChoices(
  scheme: Scheme,
  field: AssetField,
  next: { levelKey: string | null; classKey: string | null },
) {
  const level = levelOf(scheme, next.levelKey)
  if (next.levelKey !== null && next.levelKey !== field.levelKey && (!level || level.retired)) {
    throw invalidField("changes", `${next.levelKey} is no level that can be chosen; reload the page`)
  }
  const dataClass = classOf(scheme, next.classKey)
  if (next.classKey !== null && next.classKey !== field.classKey && (!dataClass || dataClass.retired)) {
    throw invalidField("changes", `${next.classKey} is no class that can be chosen; reload the page`)
  }
}

type Asked = { assetId: string; fields: readonly AssetField[]; changes: readonly FieldChange[] }

/** The fields that would really change. @throws NOT_FOUND for a field that is not the asset's, INVALID for a choice */
export function movesOf(scheme: Scheme, fields: readonly AssetField[], changes: readonly FieldChange[]) {
  const byId = new Map(fields.map((field) => [field.id, field]))
  return changes.flatMap((change) => {
    const field = byId.get(change.fieldId)
    if (!field) throw notFound("A field")
    const next = target(scheme, field, change)
    checkChoices(scheme, field, next)
    const same = next.levelKey === field.levelKey && next.classKey === field.classKey
    return same ? [] : [{ field, next }]
  })
}

/**
 * Writes levels and classes of fields and adds to the history. Returns the fields that changed.
 * @throws INVALID for a lowered level without a reason, RULE_BROKEN when somebody else has just done it.
 */
export async function writeClasses(
  ctx: OpCtx,
  scheme: Scheme,
  { assetId, fields, changes }: Asked,
  { reason, suggested }: { reason: string; suggested: boolean },
) {
  const moves = movesOf(scheme, fields, changes)
  if (moves.length === 0) throw ruleBroken("Somebody else has just classified these fields; reload the page")
  const refused = moves.flatMap(({ field, next }) => {
    const verdict = mayLower(scheme, field.levelKey, next.levelKey, reason)
    return verdict.ok ? [] : [{ path: "reason", message: `${field.name}: ${verdict.reason}` }]
  })
  if (refused.length > 0) throw invalid(refused)
  const groups = Map.groupBy(moves, ({ next }) => JSON.stringify([next.levelKey, next.classKey]))
  for (const group of groups.values()) {
    const { levelKey, classKey } = group[0]!.next
    const ids = group.map(({ field }) => field.id)
    await ctx.db
      .update(assetFields)
      .set({ levelKey, classKey })
      .where(own(ctx, assetFields, and(eq(assetFields.assetId, assetId), inArray(assetFields.id, ids))))
  }
  await recordDecisions(
    ctx,
    reason,
    moves.map(({ field, next }) => ({
      assetId,
      fieldId: field.id,
      fieldName: field.name,
      fromLevel: field.levelKey,
      toLevel: next.levelKey,
      fromClass: field.classKey,
      toClass: next.classKey,
      suggested,
    })),
  )
  return moves.map(({ field, next }) => ({ name: field.name, ...next }))
}
