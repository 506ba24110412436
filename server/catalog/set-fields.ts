import { eq, inArray } from "drizzle-orm"
import { z } from "zod"
import { assetFields, dataAssets } from "@/db/schema/catalog"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { newId } from "@/server/kernel/domain/id"
import { conflict, invalid, invalidField } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { scopeOfAsset } from "./asset-scope"
import { type AssetField, type FieldInput, fieldInput, MOST_FIELDS } from "./domain/asset"
import { fieldsOf, getAssetRow, lockAsset } from "./internal/asset-rows"
import { assetTargets, requireActive } from "./internal/guard-asset"

function refuseDoubles(fields: readonly FieldInput[]): void {
  const seen = new Map<string, number>()
  const issues = fields.flatMap(({ name }, index) => {
    const first = seen.get(name)
    if (first === undefined) seen.set(name, index)
    return first === undefined
      ? []
      : [{ path: `fields.${index}.name`, message: `${name} stands in line ${first + 1} already` }]
  })
  if (issues.length > 0) throw invalid(issues)
}

/** Rows of many fields are written in parts: a statement has at most 65,535 parameters. */
const PART = 1000

async function write(ctx: OpCtx, assetId: string, before: AssetField[], fields: FieldInput[]) {
  const known = new Map(before.map((field) => [field.name, field]))
  const kept = new Set(fields.flatMap(({ name }) => known.get(name)?.id ?? []))
  const gone = before.filter(({ id }) => !kept.has(id))
  for (let start = 0; start < gone.length; start += PART) {
    const ids = gone.slice(start, start + PART).map(({ id }) => id)
    await ctx.db.delete(assetFields).where(own(ctx, assetFields, inArray(assetFields.id, ids)))
  }
  const rows = fields.map((field, position) => {
    const old = known.get(field.name)
    return {
      ...field,
      position,
      assetId,
      workspaceId: ctx.workspaceId,
      id: old?.id ?? newId(),
      levelKey: old?.levelKey ?? null,
      classKey: old?.classKey ?? null,
    }
  })
  const fresh = rows.filter(({ id }) => !kept.has(id))
  for (let start = 0; start < fresh.length; start += PART) {
    await ctx.db.insert(assetFields).values(fresh.slice(start, start + PART))
  }
  const moved = rows.filter((row) => changed(known.get(row.name), row, before))
  for (const { id, position, type, description, nullable } of moved) {
    await ctx.db
      .update(assetFields)
      .set({ position, type, description, nullable })
      .where(own(ctx, assetFields, eq(assetFields.id, id)))
  }
  return { added: fresh.length, removed: gone.length, moved: moved.length }
}

function changed(
  old: AssetField | undefined,
  row: FieldInput & { position: number },
  before: AssetField[],
): boolean {
  if (!old) return false
  return (
    before.indexOf(old) !== row.position ||
    old.type !== row.type ||
    old.description !== row.description ||
    old.nullable !== row.nullable
  )
}

/**
 * Replaces the fields of an asset, at most 2,000. A field keeps its classification by its name; taking a classified one
 * away needs a reason. @throws CONFLICT with the asset, INVALID naming the field.
 */
export const setFields = command("catalog.setFields", {
  permission: "catalog.edit",
  at: (ctx, input) => scopeOfAsset(ctx, input.assetId),
  input: z.object({
    assetId: z.uuid(),
    version: z.number().int().min(1),
    fields: z.array(fieldInput).max(MOST_FIELDS, `An asset has at most ${MOST_FIELDS} fields`),
    reason: z.string().trim().max(2000).default(""),
  }),
  async run(ctx, { assetId, version, fields, reason }) {
    const row = await lockAsset(ctx, assetId)
    if (row.version !== version)
      throw conflict("The asset", await getAssetRow(ctx, eq(dataAssets.id, assetId)))
    requireActive(row)
    refuseDoubles(fields)
    const before = await fieldsOf(ctx, assetId)
    const names = new Set(fields.map(({ name }) => name))
    const lost = before.filter(({ name, levelKey, classKey }) => !names.has(name) && (levelKey ?? classKey))
    if (lost.length > 0 && reason === "") {
      throw invalidField(
        "reason",
        `${lost[0]!.name}${lost.length > 1 ? ` and ${lost.length - 1} more` : ""} had been classified. Say why the fields go; the reason is recorded`,
      )
    }
    const { added, removed, moved } = await write(ctx, assetId, before, fields)
    if (added + removed + moved === 0) return { version, added, removed }
    await ctx.db
      .update(dataAssets)
      .set({ version: version + 1, updatedAt: ctx.now })
      .where(own(ctx, dataAssets, eq(dataAssets.id, assetId)))
    ctx.record({
      targets: await assetTargets(ctx, row),
      summary: `Set the ${fields.length} fields of ${row.name} (${added} new, ${removed} gone)`,
      before: lost.length > 0 ? { removedClassified: lost.map(({ name }) => name) } : undefined,
      ...(reason && { reason }),
    })
    return { version: version + 1, added, removed }
  },
})
