import type { OpCtx } from "@/server/kernel/context"
import { rowsOf } from "@/server/kernel/database"
import { fixedStatement } from "@/server/kernel/fixed-statement"
import { STANDING_RULES } from "../domain/standing"
import { type FrameworkRow, fetchFramework, frameworkNotFound } from "./framework-rows"

const KEPT = 500

/** Frameworks as they were asked for. Of one id nothing ever changes; which id is the latest version does. */
const lately = new Map<string, FrameworkRow>()

/** Where a framework, its standings and the audit trail are, its blind round, and what is set aside for the caller. */
const stateOf = fixedStatement(`
  select f.id, s.rules, (select h.seq::float8 from audit_heads h where h.workspace_id = $1) as seq,
    exists (select 1 from blind_rounds r where r.workspace_id = $1 and r.framework_key = $2
      and r.revealed_at is null and r.cancelled_at is null) as blind,
    exists (select 1 from set_aside_scores a where a.workspace_id = $1 and a.framework_id = f.id and a.user_id = $4
      and a.given_at is not null) as aside
  from frameworks f left join standing_stamps s on s.workspace_id = $1 and s.framework_id = f.id
  where f.workspace_id = $1 and f.key = $2 and ($3::int is null or f.version = $3)
  order by f.version desc limit 1`)

export type FrameworkState = {
  id: string
  /** The rules that its standings were made by; null without any. */
  rules: number | null
  /** Number of the audit trail's latest record. */
  seq: number | null
  blind: boolean
  aside: boolean
}

/** In a blind round nobody is shown what others gave; standings of other rules may say something else. */
export const mayUseStandings = ({ blind, rules }: FrameworkState) => !blind && rules === STANDING_RULES

function remember(name: string, framework: FrameworkRow): void {
  lately.delete(name)
  lately.set(name, framework)
  for (const oldest of lately.keys()) {
    if (lately.size <= KEPT) break
    lately.delete(oldest)
  }
}

/**
 * Begins `work` with a framework as it was the last time, while asking where it stands now: both travel to the database
 * in one go. When it is at another version by now, the work begins again. @throws NOT_FOUND
 */
export async function withFramework<T>(
  ctx: OpCtx,
  { key, version }: { key: string; version: number | undefined },
  work: (framework: FrameworkRow, state: Promise<FrameworkState>) => Promise<T>,
): Promise<{ framework: FrameworkRow; state: FrameworkState; result: T }> {
  const name = JSON.stringify([ctx.workspaceId, key, version])
  const expected = lately.get(name)
  const asked = stateNow(ctx, key, version)
  const [state, early] = await Promise.all([asked, expected && work(expected, asked)])
  if (expected?.id === state.id) return { framework: expected, state, result: early as T }
  const framework = await fetchFramework(ctx, key, version)
  remember(name, framework)
  return { framework, state, result: await work(framework, asked) }
}

async function stateNow(ctx: OpCtx, key: string, version?: number): Promise<FrameworkState> {
  const [state] = await rowsOf<FrameworkState>(
    ctx.db,
    stateOf(ctx.workspaceId, key, version ?? null, ctx.userId),
  )
  if (!state) throw frameworkNotFound(version)
  return state
}
