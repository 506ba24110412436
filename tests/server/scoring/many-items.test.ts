import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { inTransaction } from "@/server/kernel/database"
import { newId } from "@/server/kernel/domain/id"
import { listScores } from "@/server/scoring/list-scores"
import { rankItems } from "@/server/scoring/rank-items"
import { NOW, openWorld } from "@/tests/support/world"
import { beginScoring } from "./scoring-world"

const world = openWorld()
const MANY = 10_000
const SCORED = 2_000

describe("ten thousand items", () => {
  it("are ranked and paged in a moment, and only the scored ones are computed", async () => {
    const { workspace, admin, frameworkId } = await beginScoring(world)
    const engineer = await workspace.member("data_engineer")
    const rows = Array.from({ length: MANY }, (_, number) => ({
      id: newId(),
      key: `WS-${number + 1}`,
      rank: `a${String(number).padStart(6, "0")}V`,
    }))
    const given = rows.slice(0, SCORED).flatMap(({ id }, number) =>
      [admin.userId, engineer.userId].map((userId) => ({
        id,
        userId,
        inputs: {
          business_value: [1, 2, 3, 5, 8, 13, 20][number % 7],
          time_criticality: 5,
          risk_reduction: 3,
          job_size: 2,
        },
      })),
    )
    await inTransaction(world.open, workspace.id, "write", async (db) => {
      await db.execute(sql`
        insert into items (workspace_id, id, key, title, description, type, status, labels, rank, custom,
          created_at, created_by, updated_at, status_changed_at)
        select ${workspace.id}::uuid, id, key, 'Item ' || key, '', 'story', 'idea', '{}', rank, '{}',
          ${NOW}::timestamptz, ${admin.userId}::uuid, ${NOW}::timestamptz, ${NOW}::timestamptz
        from json_to_recordset(${JSON.stringify(rows)}::text::json) as given(id uuid, key text, rank text)`)
      await db.execute(sql`
        insert into scores (workspace_id, item_id, framework_id, user_id, inputs, created_at, updated_at)
        select ${workspace.id}::uuid, id, ${frameworkId}::uuid, "userId", inputs, ${NOW}::timestamptz, ${NOW}::timestamptz
        from json_to_recordset(${JSON.stringify(given)}::text::json) as given(id uuid, "userId" uuid, inputs jsonb)`)
    })
    const ranking = await rankItems(admin, { frameworkKey: "wsjf", page: { limit: 100 } })
    const grid = await listScores(admin, { frameworkKey: "wsjf", offset: 9_900, limit: 100 })
    expect(ranking).toMatchObject({ total: SCORED, unscoredTotal: MANY - SCORED })
    expect(ranking.ranked).toHaveLength(100)
    expect(ranking.ranked[0]).toMatchObject({ score: 14, rank: 1, scorers: 2 })
    expect(grid).toMatchObject({ total: MANY })
    expect(grid.items).toHaveLength(100)
  }, 120_000)
})
