import { sql } from "drizzle-orm"
import { listItems } from "@/server/backlog/list-items"
import { enterWorkspace } from "@/server/kernel/database"
import { newId } from "@/server/kernel/domain/id"
import type { Framework } from "@/server/scoring/domain/framework"
import { publishFramework } from "@/server/scoring/publish-framework"
import { rankItems } from "@/server/scoring/rank-items"
import { rebuildStandings } from "@/server/scoring/rebuild-standings"
import { takeTurns } from "./load"
import type { Result } from "./report"
import { fillBacklog, type Stage } from "./stage"

const CRITERIA = 8
const SCORERS = 5
const READS = 10

const framework: Framework = {
  key: "bench",
  name: "Bench",
  method: "weighted_sum",
  description: "",
  source: "",
  criteria: Array.from({ length: CRITERIA }, (_, k) => ({
    key: `c${k}`,
    name: `Criterion ${k}`,
    help: "",
    unit: "points",
    direction: "benefit" as const,
    scale: { kind: "range" as const, min: 0, max: 100 },
    weight: k + 1,
  })),
}

/** Five people and their values for every item, by SQL: what is measured is reading the ranking. */
async function fillScores({ open, workspaceId }: Stage, frameworkId: string): Promise<void> {
  const people = Array.from({ length: SCORERS }, () => newId())
  const values = framework.criteria.map(({ key }) => `'${key}', floor(random() * 101)`).join(", ")
  await open.db.transaction(async (tx) => {
    for (const id of people)
      await tx.execute(sql`insert into users (id, name, email, created_at)
        values (${id}::uuid, ${`Scorer ${id.slice(-4)}`}, ${`${id}@plumbline.example`}, now())`)
    await enterWorkspace(tx as never, workspaceId)
    for (const id of people) {
      await tx.execute(sql`insert into memberships (workspace_id, user_id, joined_at)
        values (${workspaceId}::uuid, ${id}::uuid, now())`)
      await tx.execute(sql`insert into scores (workspace_id, item_id, framework_id, user_id, inputs, created_at, updated_at)
        select ${workspaceId}::uuid, id, ${frameworkId}::uuid, ${id}::uuid, jsonb_build_object(${sql.raw(values)}), now(), now()
        from items where workspace_id = ${workspaceId}::uuid`)
    }
  })
}

/** Opening the ranked list of 10,000 items × 8 criteria × 5 scorers against opening the plain list: both first pages. */
export async function measureRanking(stage: Stage, database: string): Promise<Result[]> {
  await fillBacklog(stage, 10_000)
  const { id } = await publishFramework(stage.ctx, { definition: framework })
  await fillScores(stage, id)
  const started = performance.now()
  await rebuildStandings(stage.ctx, {})
  const rebuilt = performance.now() - started
  for (const table of ["items", "scores", "score_standings"])
    await stage.open.db.execute(sql.raw(`vacuum analyze ${table}`))
  const often = (work: () => Promise<unknown>) => async () => {
    for (let n = 0; n < READS; n++) await work()
  }
  const pages = { page: { limit: 100 }, unscored: { limit: 20 } }
  const measured = await takeTurns(
    {
      plain: often(() => listItems(stage.ctx, { limit: 100, withTotal: true })),
      ranked: often(() => rankItems(stage.ctx, { frameworkKey: framework.key, ...pages })),
    },
    9,
  )
  const section = `ranked list of 10,000 items × 8 criteria × 5 scorers on ${database}`
  const each = (name: "plain" | "ranked") => Math.round((measured[name]! / READS) * 100) / 100
  return [
    { section, name: "open the plain list", value: each("plain"), unit: "ms", ratio: 1 },
    {
      section,
      name: "open the ranked list",
      value: each("ranked"),
      unit: "ms",
      ratio: measured.ranked! / measured.plain!,
      goal: 2,
      atMost: true,
    },
    {
      section,
      name: "rebuild all standings",
      value: Math.round(rebuilt),
      unit: "ms",
      ratio: rebuilt / each("plain"),
    },
  ]
}
