import { createHash } from "node:crypto"
import { auditHeads } from "@/db/schema/audit"
import type { ItemFilter } from "@/server/backlog/domain/item-filter"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { countEarlier } from "./earlier-versions"
import type { FrameworkRow } from "./framework-rows"
import { countScorers, countStandings } from "./standing-pages"

type Counts = Awaited<ReturnType<typeof countStandings>> & {
  scorers: number
  earlier: Awaited<ReturnType<typeof countEarlier>>
}

const KEPT = 500

// On globalThis, because each bundle that Next makes loads its own copy of this module.
const shared = globalThis as typeof globalThis & {
  plumblineRankingCounts?: Map<string, { seq: number; counts: Counts }>
}
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

/** Grows with every recorded change of the workspace, in the very commit that makes it. */
async function latestChange(ctx: OpCtx): Promise<number | null> {
  const [head] = await ctx.db.select({ seq: auditHeads.seq }).from(auditHeads).where(own(ctx, auditHeads))
  return head?.seq ?? null
}

/**
 * The numbers over a whole filter, counted once per change of the workspace: as nothing changes without a record, the
 * number of the latest record says whether they still hold. It is read first, so that they are never older than it.
 */
export async function rankingCounts(
  ctx: OpCtx,
  framework: FrameworkRow,
  filter: ItemFilter,
): Promise<Counts> {
  const name = nameOf(ctx, framework, filter)
  const seq = await latestChange(ctx)
  const found = known.get(name)
  if (found && found.seq === seq) return found.counts
  const [counts, scorers, earlier] = await Promise.all([
    countStandings(ctx, framework, filter),
    countScorers(ctx, framework, filter),
    countEarlier(ctx, framework),
  ])
  const all = { ...counts, scorers, earlier }
  known.delete(name)
  if (seq !== null) known.set(name, { seq, counts: all })
  for (const oldest of known.keys()) {
    if (known.size <= KEPT) break
    known.delete(oldest)
  }
  return all
}
