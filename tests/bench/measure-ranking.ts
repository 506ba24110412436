import { sql } from "drizzle-orm"
import { listItems } from "@/server/backlog/list-items"
import { enterWorkspace } from "@/server/kernel/database"
import { newId } from "@/server/kernel/domain/id"
import type { Framework } from "@/server/scoring/domain/framework"
import { publishFramework } from "@/server/scoring/publish-framework"
import { rankItems } from "@/server/scoring/rank-items"
import { rebuildStandings } from "@/server/scoring/rebuild-standings"
import { saveScores } from "@/server/scoring/save-scores"
import { median, takeTurns } from "./load"
import type { Result } from "./report"
import { fillBacklog, type Stage, tidy } from "./stage"

const CRITERIA = 8
const SCORERS = 5
const READS = 4
const CHANGES = 40
/** Changes before those that count: a server that runs has planned its statements long ago. */
const WARM_UP = 15

const hundredths = (value: number) => Math.round(value * 100) / 100

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

/** Median milliseconds of reading right after somebody scored one item, when nothing that was counted holds any more. */
async function afterChange(
  { ctx }: Stage,
  frameworkId: string,
  works: Record<string, () => Promise<unknown>>,
) {
  const { items } = await listItems(ctx, { limit: WARM_UP + CHANGES })
  const times = Object.fromEntries(Object.keys(works).map((name) => [name, [] as number[]]))
  for (const { id: itemId } of items) {
    for (const [version, [name, work]] of Object.entries(works).entries()) {
      await saveScores(ctx, { frameworkId, scores: [{ itemId, inputs: { c0: version }, version }] })
      const started = performance.now()
      await work()
      times[name]!.push(performance.now() - started)
    }
  }
  return Object.fromEntries(
    Object.entries(times).map(([name, values]) => [name, median(values.slice(WARM_UP))]),
  )
}

/** Opening the ranked list of 10,000 items × 8 criteria × 5 scorers against opening the plain list: both first pages. */
export async function measureRanking(stage: Stage, database: string): Promise<Result[]> {
  await fillBacklog(stage, 10_000)
  const { id } = await publishFramework(stage.ctx, { definition: framework })
  await fillScores(stage, id)
  const started = performance.now()
  await rebuildStandings(stage.ctx, {})
  const rebuilt = performance.now() - started
  await tidy(stage, "items", "scores", "score_standings")
  const often = (work: () => Promise<unknown>) => async () => {
    for (let n = 0; n < READS; n++) await work()
  }
  const pages = { page: { limit: 100 }, unscored: { limit: 20 } }
  const plain = () => listItems(stage.ctx, { limit: 100, withTotal: true })
  const ranked = () => rankItems(stage.ctx, { frameworkKey: framework.key, ...pages })
  const measured = await takeTurns({ plain: often(plain), ranked: often(ranked) }, 40)
  const first = await afterChange(stage, id, { plain, ranked })
  const section = `ranked list of 10,000 items × 8 criteria × 5 scorers on ${database}`
  const each = (name: "plain" | "ranked") => hundredths(measured[name]! / READS)
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
    { section, name: "the plain list after a change", value: hundredths(first.plain!), unit: "ms", ratio: 1 },
    {
      section,
      name: "the ranked list after a score changed",
      value: hundredths(first.ranked!),
      unit: "ms",
      ratio: first.ranked! / first.plain!,
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
