import { createHash } from "node:crypto"
import { conditionsOf } from "@/server/backlog/domain/item-condition"
import { frameworkOfField } from "@/server/backlog/domain/item-fields"
import type { ItemFilter } from "@/server/backlog/domain/item-filter"
import type { OpCtx } from "@/server/kernel/context"
import { askSince, countRecords, type Mark, questionSince, RECORDS, type Since } from "./counted-since"
import { countEarlier } from "./earlier-versions"
import { type FrameworkState, mayUseStandings } from "./expected-framework"
import type { FrameworkRow } from "./framework-rows"
import { columnsWithoutOne, countStandings, findScorers } from "./standing-counts"

type Counts = {
  total: number
  scored: number
  touched: number
  split: number
  scoredAt: string | null
  people: ReadonlySet<string>
  earlier: Awaited<ReturnType<typeof countEarlier>>
  /** WSJF: criteria without a 1 among their values. */
  withoutOne: string[]
}
type Kept = {
  mark: Mark
  counts: Counts
  question: ReturnType<typeof questionSince>
  /** Scores had changed when it was last asked for: the next time they are asked about without waiting to hear so. */
  moving: boolean
}

const KEPT = 500

// On globalThis, because each bundle that Next makes loads its own copy of this module.
const shared = globalThis as typeof globalThis & { plumblineRankingCounts?: Map<string, Kept> }
shared.plumblineRankingCounts ??= new Map()
const known = shared.plumblineRankingCounts

/** Everything the counts of a filter depend on, besides the rows themselves. */
function nameOf(ctx: OpCtx, framework: FrameworkRow, filter: ItemFilter): string {
  const reach = [ctx.reach("backlog.read"), ctx.reach("scoring.read")]
  const plain = JSON.stringify([
    ctx.workspaceId,
    framework.id,
    ctx.userId,
    ctx.now.slice(0, 10),
    reach,
    filter,
  ])
  return createHash("sha256").update(plain).digest("base64")
}

function keep(name: string, kept: Kept): void {
  known.delete(name)
  known.set(name, kept)
  for (const oldest of known.keys()) {
    if (known.size <= KEPT) break
    known.delete(oldest)
  }
}

const asksForScores = ({ where }: ItemFilter) =>
  conditionsOf(where).some(({ field }) => frameworkOfField(field) !== null)

/**
 * True when nothing but scores under the framework changed since the mark, and no item came into the filter or left it
 * by its score. Each save is one record and one generation of standings: as many of these as of those were only saves.
 */
async function onlyScored(ctx: OpCtx, framework: FrameworkRow, filter: ItemFilter, mark: Mark, since: Since) {
  const records = since.seq - mark.seq
  const generations = since.generation - mark.generation
  if (since.countableFrom > mark.generation || (generations > 0 && asksForScores(filter))) return false
  if (records === generations) return true
  if (records > RECORDS) return false
  const { saves, others } = await countRecords(ctx, framework, mark, since)
  return others === 0 && saves === generations
}

async function countAll(ctx: OpCtx, framework: FrameworkRow, filter: ItemFilter) {
  const wsjf = framework.definition.method === "wsjf"
  const [{ seq, generation, ...counts }, people, earlier, withoutOne] = await Promise.all([
    countStandings(ctx, framework, filter),
    findScorers(ctx, framework, filter),
    countEarlier(ctx, framework),
    wsjf ? columnsWithoutOne(ctx, framework, filter) : [],
  ])
  const mark = seq === null || generation === null ? null : { seq, generation }
  return { mark, counts: { ...counts, people: new Set(people), earlier, withoutOne } }
}

/** The counts with what the standings changed since. */
async function broughtUpToDate(
  ctx: OpCtx,
  framework: FrameworkRow,
  filter: ItemFilter,
  { counts, mark }: Kept,
  since: Since,
): Promise<Counts> {
  if (since.generation === mark.generation) return counts
  const { scoredAt, people } = since
  const wsjf = framework.definition.method === "wsjf"
  return {
    ...counts,
    scored: counts.scored + since.scored,
    touched: counts.touched + since.touched,
    split: counts.split + since.split,
    scoredAt: counts.scoredAt && counts.scoredAt > (scoredAt ?? "") ? counts.scoredAt : scoredAt,
    people: new Set([...counts.people, ...people]),
    withoutOne: wsjf ? await columnsWithoutOne(ctx, framework, filter) : counts.withoutOne,
  }
}

/**
 * The numbers over a whole filter; null when the standings may not be used. They are counted once and kept with the
 * number of the audit trail's latest record, as nothing changes without a record. When all records since then saved
 * scores under the framework, what those changed is added; after any other the numbers are counted anew.
 */
export async function rankingCounts(
  ctx: OpCtx,
  framework: FrameworkRow,
  filter: ItemFilter,
  asked: Promise<FrameworkState>,
): Promise<Counts | null> {
  const name = nameOf(ctx, framework, filter)
  const found = known.get(name)
  const early = found?.moving ? askSince(ctx, found.question(found.mark)) : undefined
  const [state, answer] = await Promise.all([asked, early])
  if (!mayUseStandings(state)) return null
  if (found) {
    if (found.mark.seq === state.seq && !early) return found.counts
    const since = answer ?? (await askSince(ctx, found.question(found.mark)))
    if (since && (await onlyScored(ctx, framework, filter, found.mark, since))) {
      const counts = await broughtUpToDate(ctx, framework, filter, found, since)
      const { seq, generation } = since
      keep(name, { ...found, mark: { seq, generation }, counts, moving: generation > found.mark.generation })
      return counts
    }
  }
  const { mark, counts } = await countAll(ctx, framework, filter)
  const question = found?.question ?? questionSince(ctx, framework, filter)
  if (mark) keep(name, { mark, counts, question, moving: false })
  return counts
}
