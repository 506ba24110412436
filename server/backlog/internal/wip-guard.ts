import { desc, sql } from "drizzle-orm"
import { items } from "@/db/schema/backlog"
import { wipLimits, wipOverruns } from "@/db/schema/board"
import type { OpCtx } from "@/server/kernel/context"
import { own, rowsOf } from "@/server/kernel/database"
import { newId } from "@/server/kernel/domain/id"
import { ruleBroken } from "@/server/kernel/errors"
import {
  admit,
  fullWords,
  groupName,
  groupsOf,
  type Overrun,
  type Passage,
  refusalWords,
  type WipGroup,
  type WipRule,
} from "../domain/wip"
import { laneOf } from "./lane-condition"
import { laneNames } from "./lane-names"
import { lockBacklog } from "./lock-backlog"

/** The limits in force: the newest version, or version 0 without any. */
export async function fetchLimits(ctx: OpCtx) {
  const [row] = await ctx.db
    .select()
    .from(wipLimits)
    .where(own(ctx, wipLimits))
    .orderBy(desc(wipLimits.version))
    .limit(1)
  return row ?? { version: 0, rules: [], createdBy: null, createdAt: null }
}

/** How many items a rule counts in each lane; the column as a whole has the lane null. Counts everybody's items. */
export async function countHeld(
  ctx: OpCtx,
  { status, per }: WipRule,
): Promise<{ lane: string | null; held: number }[]> {
  const inColumn = sql`${items.workspaceId} = ${ctx.workspaceId} and ${items.status} = ${status} and ${items.archivedAt} is null`
  if (per === "column")
    return rowsOf(ctx.db, sql`select null as lane, count(*)::int as held from ${items} where ${inColumn}`)
  return rowsOf(
    ctx.db,
    sql`select lane, count(*)::int as held from (select ${laneOf[per]} as lane from ${items} where ${inColumn}) counted
      where lane is not null group by lane`,
  )
}

/**
 * Judges changes by the limits, before they are written; the only place that does. When one comes into a limited group
 * the backlog is locked until commit, so that people who move at the same moment are counted one after the other.
 * Soft limits that are exceeded are noted. `refused` gives the reason by item.
 */
export async function judgeWip(
  ctx: OpCtx,
  passages: readonly Passage[],
  /** A dry run may neither lock nor write. */
  how: "note" | "only ask" = "note",
): Promise<{ refused: Map<string, string>; warnings: string[] }> {
  const { rules } = await fetchLimits(ctx)
  const entered = groupsEntered(passages, rules)
  if (entered.length === 0) return { refused: new Map(), warnings: [] }
  if (how === "note") await lockBacklog(ctx)
  const touched = [...new Set(entered.map(({ rule }) => rule))]
  const counts = await Promise.all(touched.map((rule) => countHeld(ctx, rule)))
  const held = new Map(
    touched.flatMap((rule, index) =>
      counts[index]!.map(({ lane, held: count }) => [groupName({ rule, lane }), count] as const),
    ),
  )
  const { refused, overruns } = admit(touched, held, passages)
  const named = [...[...refused.values()].map(({ group }) => group), ...overruns.map(({ group }) => group)]
  const nameOf = await namesOf(ctx, named)
  if (how === "note") await noteOverruns(ctx, overruns)
  return {
    refused: new Map(
      [...refused].map(([id, { group, held: count }]) => [id, refusalWords(group, count, nameOf(group))]),
    ),
    warnings: overruns.map(({ group, held: count }) => fullWords(group, count, nameOf(group))),
  }
}

/** The same for one item. @throws RULE_BROKEN with the reason. Returns the soft limits that are exceeded now, in words. */
export async function guardWip(ctx: OpCtx, passage: Passage): Promise<string[]> {
  const { refused, warnings } = await judgeWip(ctx, [passage])
  const reason = refused.get(passage.id)
  if (reason) throw ruleBroken(reason)
  return warnings
}

function groupsEntered(passages: readonly Passage[], rules: readonly WipRule[]): WipGroup[] {
  if (rules.length === 0) return []
  return passages.flatMap(({ before, after }) => {
    const was = new Set((before ? groupsOf(before, rules) : []).map(groupName))
    return groupsOf(after, rules).filter((group) => !was.has(groupName(group)))
  })
}

async function namesOf(ctx: OpCtx, groups: readonly WipGroup[]) {
  const names = new Map<string, string>()
  for (const per of new Set(groups.map(({ rule }) => rule.per))) {
    if (per === "column") continue
    const lanes = groups.flatMap(({ rule, lane }) => (rule.per === per && lane !== null ? [lane] : []))
    for (const [lane, name] of await laneNames(ctx, per, [...new Set(lanes)]))
      names.set(`${per} ${lane}`, name)
  }
  return ({ rule, lane }: WipGroup) => names.get(`${rule.per} ${lane}`) ?? null
}

async function noteOverruns(ctx: OpCtx, overruns: readonly Overrun[]): Promise<void> {
  if (overruns.length === 0) return
  await ctx.db.insert(wipOverruns).values(
    overruns.map(({ group: { rule, lane }, held }) => ({
      workspaceId: ctx.workspaceId,
      id: newId(),
      status: rule.status,
      per: rule.per,
      lane,
      held,
      allowed: rule.limit,
      createdBy: ctx.userId,
      createdAt: ctx.now,
    })),
  )
}
