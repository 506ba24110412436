import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { inTransaction } from "@/server/kernel/database"
import { coverageMap } from "@/server/strategy/domain/coverage"
import { getCoverage } from "@/server/strategy/get-coverage"
import { listObjectives } from "@/server/strategy/list-objectives"
import { NOW, openWorld } from "@/tests/support/world"
import { beginStrategy } from "./strategy-world"

const world = openWorld()

describe("500 objectives and 200 products", () => {
  it("are graded, paged and mapped in a moment", async () => {
    const { workspace, admin, domainId } = await beginStrategy(world)
    const mine = sql`${workspace.id}::uuid`
    const by = sql`${admin.userId}::uuid`
    const now = sql`${NOW}::timestamptz`
    await inTransaction(world.open, workspace.id, "write", async (db) => {
      await db.execute(sql`
        insert into objectives (workspace_id, id, number, title, description, period_start, period_end, state,
          created_at, created_by, updated_at)
        select ${mine}, gen_random_uuid(), n, 'Objective ' || n, '', '2026-07-01', '2027-01-01', 'active', ${now}, ${by}, ${now}
        from generate_series(1, 500) n`)
      await db.execute(sql`
        insert into key_results (workspace_id, id, objective_id, metric, unit, direction, baseline, target, start_date,
          due_date, rhythm_days, created_at, created_by, updated_at)
        select ${mine}, gen_random_uuid(), o.id, 'Metric ' || k, '%', 'decrease', 10, 5, '2026-07-01', '2027-01-01', 30,
          ${now}, ${by}, ${now}
        from objectives o cross join generate_series(1, 3) k`)
      await db.execute(sql`
        insert into measurements (workspace_id, id, key_result_id, measured_on, value, note, measured_by, recorded_at)
        select ${mine}, gen_random_uuid(), k.id, date '2026-10-10' - m * 7, 7 + m * 0.1, 'Test', ${by}, ${now}
        from key_results k cross join generate_series(0, 12) m`)
      await db.execute(sql`
        insert into products (workspace_id, id, domain_id, slug, name, question, description, lifecycle, created_at, updated_at)
        select ${mine}, gen_random_uuid(), ${domainId}::uuid, 'p-' || n, 'Product ' || n, 'Q', '', 'live', ${now}, ${now}
        from generate_series(1, 199) n`)
      await db.execute(sql`
        insert into strategy_links (workspace_id, id, key_result_id, product_id, note, created_by, created_at)
        select ${mine}, gen_random_uuid(), k.id, p.id, '', ${by}, ${now}
        from (select id, row_number() over (order by id) n from key_results) k
        join (select id, row_number() over (order by id) n from products) p on k.n % 200 = p.n`)
    })
    const page = await listObjectives(admin, { offset: 450 })
    const coverage = await getCoverage(admin, {})
    expect(page.counts).toEqual({ total: 500, active: 500, good: 500, warning: 0, bad: 0 })
    expect(page.objectives).toHaveLength(50)
    expect(coverage.products).toHaveLength(200)
    expect(coverageMap(coverage, "keyResult").columns).toHaveLength(1500)
  }, 120_000)
})
