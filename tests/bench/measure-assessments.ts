import { sql } from "drizzle-orm"
import { listAssessments } from "@/server/dpia/list-assessments"
import { listScreenings } from "@/server/dpia/list-screenings"
import "@/server/compose"
import type { Ctx } from "@/server/kernel/context"
import { enterWorkspace } from "@/server/kernel/database"
import { fewAgainstMany } from "./load"
import type { Result } from "./report"
import { type Stage, setBeside, tidy } from "./stage"

const FEW = 10
const MANY = 1000

/** Products with an assessment each, two in three of them approved, up to `total`, by SQL: what is measured is reading them. */
async function fillAssessments(stage: Stage, total: number): Promise<void> {
  const { open, workspaceId, ctx } = stage
  const userId = ctx.caller.user?.id ?? ""
  const mine = sql`${workspaceId}::uuid`
  await open.db.transaction(async (tx) => {
    await enterWorkspace(tx as never, workspaceId)
    await tx.execute(sql`insert into domains (workspace_id, id, key, name, description, created_at, updated_at)
      select ${mine}, gen_random_uuid(), 'DPX', 'Assessed', '', now(), now() on conflict do nothing`)
    await tx.execute(sql`
      with made as (insert into products (workspace_id, id, domain_id, slug, name, question, description, lifecycle, created_at, updated_at)
        select ${mine}, gen_random_uuid(), d.id, 'assessed-' || n, 'Assessed ' || n, 'Q', '', 'live', now(), now()
        from domains d, generate_series((select count(*) + 1 from assessments), ${total}) n
        where d.workspace_id = ${mine} and d.key = 'DPX' returning id)
      insert into assessments (workspace_id, id, number, name, category, product_id, author_id, author_name, evaluator_name,
        validator_name, dpo_names, dpo_opinion, overrule_reason, people_names, people_opinion, people_reason,
        rejection_reason, adjustments, consultation, created_by, created_at, updated_at)
      select ${mine}, gen_random_uuid(), (select count(*) from assessments) + row_number() over (), 'Assessment', '', id,
        ${userId}::uuid, '', '', '', '', '', '', '', '', '', '', '', '{}', ${userId}::uuid, now(), now() from made`)
  })
  await open.db.transaction(async (tx) => {
    await tx.execute(sql`select set_config('app.maintenance', 'on', true)`)
    await tx.execute(sql`
      insert into approval_requests (workspace_id, id, kind, subject_id, subject_version, subject_name, subject_path, content,
        content_sha256, statement, required, state, note, requested_by, requested_by_name, requested_at, approved_at)
      select x.workspace_id, gen_random_uuid(), 'dpia', x.id, 1, x.name, '/privacy', '{"n":1}',
        encode(sha256('{"n":1}'), 'hex'), 'I approve', 1, 'approved', '', x.author_id, 'Author', now(), now()
      from assessments x where x.workspace_id = ${mine} and x.number % 3 <> 0 and not exists (
        select 1 from approval_requests r where r.workspace_id = x.workspace_id and r.subject_id = x.id)`)
  })
  await fillFacts(stage)
  await tidy(
    stage,
    "assessments",
    "products",
    "approval_requests",
    "data_assets",
    "asset_fields",
    "known_facts",
  )
}

/** For each product a table with three personal fields, of which the approved assessment knew two. */
async function fillFacts({ open, workspaceId, ctx }: Stage): Promise<void> {
  const userId = ctx.caller.user?.id ?? ""
  const mine = sql`${workspaceId}::uuid`
  await open.db.transaction(async (tx) => {
    await enterWorkspace(tx as never, workspaceId)
    await tx.execute(sql`update assessments set submitted_version = 1 where number % 3 <> 0`)
    await tx.execute(sql`insert into data_assets (workspace_id, id, key, name, kind, location, description, product_id, created_at, created_by, updated_at)
      select ${mine}, gen_random_uuid(), p.slug, p.slug, 'table', '', '', p.id, now(), ${userId}::uuid, now()
      from products p where p.slug like 'assessed-%'`)
    await tx.execute(sql`insert into asset_fields (workspace_id, id, asset_id, position, name, type, description, nullable, level_key, class_key)
      select ${mine}, gen_random_uuid(), a.id, n, 'field_' || n, 'text', '', true, 'confidential', 'email'
      from data_assets a, generate_series(1, 3) n where a.key like 'assessed-%'`)
    await tx.execute(sql`insert into known_facts (workspace_id, id, assessment_id, version, facts, reason, noted_by, noted_at)
      select ${mine}, gen_random_uuid(), x.id, 1, (select jsonb_agg(jsonb_build_object('key', 'field ' || a.id || ' field_' || n,
          'what', 'Field field_' || n || ' of ' || a.name, 'value', 'E-mail address, Confidential')) from generate_series(1, 2) n),
        '', ${userId}::uuid, now()
      from assessments x join data_assets a on a.workspace_id = x.workspace_id and a.product_id = x.product_id
      where x.submitted_version = 1`)
  })
}

/** The stage's person as a privacy officer. */
const officer = ({ ctx }: Stage): Ctx => ({
  ...ctx,
  caller: {
    ...ctx.caller,
    limitedTo: null,
    grants: [{ role: "privacy_officer", scopeType: "workspace", scopeId: null }],
  },
})

/** The lists of assessments and screenings at 1,000 against 10; both show ten rows. */
export async function measureAssessments(stage: Stage, database: string): Promise<Result[]> {
  const few = await setBeside(stage, "few-assessments")
  await fillAssessments(few, FEW)
  await fillAssessments(stage, MANY)
  const readers = { few: officer(few), many: officer(stage) }
  const reads = (work: (reader: Ctx) => Promise<unknown>) => ({
    few: () => work(readers.few),
    many: () => work(readers.many),
  })
  const measured = await fewAgainstMany({
    "first page of the assessments": reads((reader) => listAssessments(reader, { limit: 10 })),
    "first page of the screenings": reads((reader) => listScreenings(reader, { limit: 10 })),
  })
  const section = `1,000 assessments against 10 on ${database}`
  return measured.map((result) => ({ ...result, section, unit: "ms", goal: 2, atMost: true }))
}
