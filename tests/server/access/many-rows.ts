import { sql } from "drizzle-orm"
import { inTransaction } from "@/server/kernel/database"
import type { Person } from "@/tests/server/approvals/approvals-world"
import { NOW, type World } from "@/tests/support/world"
import { draft, type Reviewed } from "./reviews-world"

/** A review that has begun with so many roles of the analyst, the first of them given to one reviewer, the rest to the lead. */
export async function longReview(world: World, here: Reviewed, count: number, first: [Person, number]) {
  const { id } = await draft(here)
  const [reviewer, theirs] = first
  await inTransaction(world.open, here.workspace.id, "write", async (db) => {
    await db.execute(sql`insert into access_review_lines (workspace_id, id, review_id, kind, source_id, subject_id, subject_name,
        role, what, scope_type, since, justification, flags, reviewer_id)
      select ${here.workspace.id}, gen_random_uuid(), ${id}, 'role', gen_random_uuid(), ${here.analyst.userId}, 'Person ' || n % 40,
        'stakeholder', 'Stakeholder ' || n % 7, 'workspace', ${NOW}::timestamptz, 'Test', '{}',
        case when n <= ${theirs}::int then ${reviewer.userId}::uuid else ${here.lead.userId}::uuid end
      from generate_series(1, ${count}::int) as n`)
    await db.execute(sql`update access_reviews set started_at = ${NOW}::timestamptz, started_by = ${here.admin.userId}
      where id = ${id}`)
  })
  return id
}

/** So many accesses of the analyst to the product that were approved, past the program as a backup is restored. */
export async function longAccess(world: World, here: Reviewed, count: number) {
  const { workspace, product, analyst } = here
  await inTransaction(world.open, null, "write", async (db) => {
    await db.execute(sql`select set_config('app.maintenance', 'on', true)`)
    await db.execute(sql`with added as (
        insert into access_requests (workspace_id, id, product_id, requested_by, beneficiary_id, purpose, reason, rights,
          valid_from, valid_until, requested_at)
        select ${workspace.id}, gen_random_uuid(), ${product.id}, ${analyst.userId}, ${analyst.userId}, 'analysis', 'Row ' || n,
          '{read}', ${NOW}::timestamptz, '2026-12-31T00:00:00Z'::timestamptz, ${NOW}::timestamptz
        from generate_series(1, ${count}::int) as n returning id)
      insert into approval_requests (workspace_id, id, kind, subject_id, subject_version, subject_name, subject_path, content,
        content_sha256, statement, required, state, note, requested_by, requested_by_name, requested_at, approved_at)
      select ${workspace.id}, gen_random_uuid(), 'access_request', id, 1, 'Access', '/access', '{}', encode(sha256('{}'), 'hex'), '', 1, 'approved', '',
        ${analyst.userId}, 'Analyst', ${NOW}::timestamptz, ${NOW}::timestamptz from added`)
    // What the database does by itself a minute later; until then its plans are made for a handful of rows.
    await db.execute(sql`analyze access_requests, approval_requests`)
  })
}

/** Every page of a list, one after the other. */
export async function allPages<T>(
  read: (page: { offset: number; limit: number }) => Promise<readonly T[]>,
  limit = 200,
): Promise<T[]> {
  const all: T[] = []
  for (let offset = 0; ; offset += limit) {
    const some = await read({ offset, limit })
    if (some.length === 0) return all
    all.push(...some)
  }
}
