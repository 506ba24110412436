import { isDeepStrictEqual } from "node:util"
import { and, eq, inArray, sql } from "drizzle-orm"
import { z } from "zod"
import { workshopEntries } from "@/db/schema/workshops"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { invalid, notFound, PlumblineError, ruleBroken } from "@/server/kernel/errors"
import { publish } from "@/server/kernel/live/publish"
import { command } from "@/server/kernel/operation"
import { checkInputs } from "@/server/scoring/domain/check-inputs"
import { scoreInputsSchema } from "@/server/scoring/domain/score-entry"
import { LAST_ROUND, topicOf, WORKSHOP_LIMITS } from "./domain/workshop"
import { mayEnter } from "./domain/workshop-rules"
import { expectJoined } from "./internal/participant"
import { fetchSeenVersions } from "./internal/seen-versions"
import { fetchWorkshopItems, type WorkshopItemRow } from "./internal/workshop-items"
import { fetchWorkshop, targetOf, type WorkshopRow } from "./internal/workshop-rows"

const entrySchema = z.object({
  itemId: z.uuid(),
  /** Values by criterion; null clears one, and a criterion that is not named keeps its value. */
  inputs: scoreInputsSchema.default({}),
  note: z.string().trim().max(WORKSHOP_LIMITS.note).optional(),
  /** The version of one's own entry that one saw; 0 when there was none. */
  version: z.number().int().min(0).default(0),
})
type Wanted = z.output<typeof entrySchema>

const inputSchema = z.object({
  id: z.uuid(),
  round: z.number().int().min(1).max(LAST_ROUND),
  entries: z
    .array(entrySchema)
    .min(1)
    .max(WORKSHOP_LIMITS.items)
    .refine(
      (list) => new Set(list.map(({ itemId }) => itemId)).size === list.length,
      "An item is listed twice",
    ),
})

function checkItems(ctx: OpCtx, rows: WorkshopItemRow[], round: number, wanted: readonly Wanted[]): void {
  for (const { itemId } of wanted) {
    const item = rows.find((row) => row.itemId === itemId)
    if (!item) throw notFound("The item of the workshop")
    ctx.require("scoring.score", item.scope)
    if (item.fate === "gone") throw ruleBroken(`${item.key} was deleted meanwhile and is not scored any more`)
    if (item.fate === "archived")
      throw ruleBroken(`${item.key} was archived meanwhile and is not scored any more`)
    if (round > 1 && item.lastRound !== round)
      throw ruleBroken(`${item.key} was not chosen to be scored again`)
  }
}

function checkValues(workshop: WorkshopRow, wanted: readonly Wanted[]): void {
  const issues = wanted.flatMap(({ inputs }, index) =>
    checkInputs(workshop.framework.definition, inputs).map(({ criterion, message }) => ({
      path: `entries.${index}.inputs.${criterion}`,
      message,
    })),
  )
  if (issues.length > 0) throw invalid(issues)
}

type Present = typeof workshopEntries.$inferSelect

async function fetchOwn(
  ctx: OpCtx,
  id: string,
  round: number,
  itemIds: string[],
): Promise<Map<string, Present>> {
  const rows = await ctx.db
    .select()
    .from(workshopEntries)
    .where(
      own(
        ctx,
        workshopEntries,
        and(eq(workshopEntries.workshopId, id), eq(workshopEntries.round, round)),
        and(eq(workshopEntries.userId, ctx.userId), inArray(workshopEntries.itemId, itemIds)),
      ),
    )
  return new Map(rows.map((row) => [row.itemId, row]))
}

function merge({ inputs, note }: Wanted, before: Present | undefined) {
  const values = Object.entries({ ...before?.inputs, ...inputs }).filter(
    (entry): entry is [string, number] => typeof entry[1] === "number",
  )
  return { inputs: Object.fromEntries(values), note: note ?? before?.note ?? "" }
}

const asSaved = ({ itemId, version }: Present) => ({ itemId, version })

const stale = (current: unknown) =>
  new PlumblineError("CONFLICT", "You changed this score in another window meanwhile", { current })

async function write(ctx: OpCtx, id: string, round: number, wanted: readonly Wanted[]) {
  const ids = wanted.map(({ itemId }) => itemId)
  const present = await fetchOwn(ctx, id, round, ids)
  const outdated = wanted.filter(({ itemId, version }) => (present.get(itemId)?.version ?? 0) !== version)
  if (outdated.length > 0) throw stale(outdated.flatMap(({ itemId }) => present.get(itemId) ?? []))
  const changed = wanted.filter((entry) => {
    const before = present.get(entry.itemId)
    return !before || !isDeepStrictEqual({ ...before, ...merge(entry, before) }, before)
  })
  if (changed.length === 0) return { changed: false, saved: [...present.values()].map(asSaved) }
  const seen = await fetchSeenVersions(ctx, id, ids)
  const saved = await ctx.db
    .insert(workshopEntries)
    .values(
      wanted.map((entry) => ({
        workspaceId: ctx.workspaceId,
        workshopId: id,
        round,
        itemId: entry.itemId,
        userId: ctx.userId,
        ...merge(entry, present.get(entry.itemId)),
        seenVersion: seen.get(entry.itemId) ?? 0,
        version: entry.version + 1,
        updatedAt: ctx.now,
      })),
    )
    .onConflictDoUpdate({
      target: [
        workshopEntries.workspaceId,
        workshopEntries.workshopId,
        workshopEntries.round,
        workshopEntries.itemId,
        workshopEntries.userId,
      ],
      set: {
        inputs: sql`excluded.inputs`,
        note: sql`excluded.note`,
        version: sql`excluded.version`,
        updatedAt: sql`excluded.updated_at`,
      },
      setWhere: sql`${workshopEntries.version} = excluded.version - 1`,
    })
    .returning({ itemId: workshopEntries.itemId, version: workshopEntries.version })
  if (saved.length < wanted.length) throw stale(null)
  return { changed: true, saved }
}

/**
 * Saves the caller's own values of a round, all or none. Nobody sees them before the reveal, so the audit trail says
 * that something was entered and never what. @throws INVALID at `entries.N.inputs.CRITERION`, CONFLICT with one's own
 * entries as they stand, RULE_BROKEN outside the round, NOT_FOUND, FORBIDDEN.
 */
export const saveEntries = command("workshops.saveEntries", {
  permission: "scoring.score",
  at: "rows",
  input: inputSchema,
  async run(ctx, { id, round, entries }) {
    const workshop = await fetchWorkshop(ctx, id, "share")
    const rows = await fetchWorkshopItems(ctx, id)
    const verdict = mayEnter(workshop, round)
    if (!verdict.ok) throw ruleBroken(verdict.reason)
    await expectJoined(ctx, id)
    checkItems(ctx, rows, round, entries)
    checkValues(workshop, entries)
    const { changed, saved } = await write(ctx, id, round, entries)
    if (!changed) return { saved }
    await publish(ctx, topicOf(id), { kind: "people" })
    const what = entries.length === 1 ? "1 item" : `${entries.length} items`
    ctx.record({
      targets: [targetOf(workshop)],
      summary: `Scored ${what} silently in round ${round} of the workshop “${workshop.title}”`,
    })
    return { saved }
  },
})
