import { sql } from "drizzle-orm"
import { countWaiting } from "@/server/approvals/count-waiting"
import { listApprovals } from "@/server/approvals/list-approvals"
import type { Ctx } from "@/server/kernel/context"
import { enterWorkspace } from "@/server/kernel/database"
import { newId } from "@/server/kernel/domain/id"
import { takeTurns } from "./load"
import type { Result } from "./report"
import type { Stage } from "./stage"

const READS = 20
const FEW = 500
const MANY = 50_000

/** Somebody else who asks, and the reader as privacy officer. */
async function addAsker({ open, workspaceId }: Stage): Promise<string> {
  const id = newId()
  await open.db.transaction(async (tx) => {
    await tx.execute(sql`insert into users (id, name, email, created_at)
      values (${id}::uuid, 'Asker', ${`${id}@plumbline.example`}, now())`)
    await enterWorkspace(tx as never, workspaceId)
    await tx.execute(sql`insert into memberships (workspace_id, user_id, joined_at)
      values (${workspaceId}::uuid, ${id}::uuid, now())`)
  })
  return id
}

/** Requests up to `total`, one in ten open, by SQL as a restore writes them: what is measured is reading them. */
async function fillRequests({ open, workspaceId }: Stage, askerId: string, total: number): Promise<void> {
  await open.db.transaction(async (tx) => {
    await tx.execute(sql`select set_config('app.maintenance', 'on', true)`)
    await tx.execute(sql`
      insert into approval_requests (workspace_id, id, kind, subject_id, subject_version, subject_name, subject_path, content,
        content_sha256, statement, required, state, note, requested_by, requested_by_name, requested_at, approved_at)
      select ${workspaceId}::uuid, gen_random_uuid(), (array['dpia', 'screening', 'waiver', 'access_request'])[1 + n % 4],
        gen_random_uuid(), 1, 'Assessment ' || n, '/privacy', '{"n":1}', encode(sha256('{"n":1}'), 'hex'), 'I approve', 1,
        case when n % 10 = 0 then 'open' else 'approved' end, '', ${askerId}::uuid, 'Asker',
        now() - (${MANY} - n) * interval '1 minute', case when n % 10 = 0 then null else now() end
      from generate_series((select count(*) + 1 from approval_requests where workspace_id = ${workspaceId}::uuid), ${total}) n`)
    await tx.execute(sql`
      insert into approval_contributors (workspace_id, request_id, user_id, part)
      select r.workspace_id, r.id, ${askerId}::uuid, 'requester' from approval_requests r
      where r.workspace_id = ${workspaceId}::uuid on conflict do nothing`)
  })
  for (const table of ["approval_requests", "approval_contributors"])
    await open.db.execute(sql.raw(`vacuum analyze ${table}`))
}

function readTimes(reader: Ctx): Promise<Record<string, number>> {
  const often = (work: () => Promise<unknown>) => async () => {
    for (let n = 0; n < READS; n++) await work()
  }
  return takeTurns(
    {
      "what waits on me": often(() => listApprovals(reader, {})),
      "all requests": often(() => listApprovals(reader, { view: "all" })),
      "the number in the navigation": often(() => countWaiting(reader, {})),
    },
    7,
  )
}

/** First page of the approvals inbox at 50,000 requests against 500. */
export async function measureApprovals(stage: Stage, database: string): Promise<Result[]> {
  const { caller } = stage.ctx
  const reader: Ctx = {
    ...stage.ctx,
    caller: {
      ...caller,
      limitedTo: null,
      grants: [...caller.grants, { role: "privacy_officer", scopeType: "workspace", scopeId: null }],
    },
  }
  const askerId = await addAsker(stage)
  await fillRequests(stage, askerId, FEW)
  const small = await readTimes(reader)
  await fillRequests(stage, askerId, MANY)
  const large = await readTimes(reader)
  return Object.keys(large).map((name) => ({
    section: `approvals inbox of 50,000 requests against 500 on ${database}`,
    name,
    value: Math.round((large[name]! / READS) * 100) / 100,
    unit: "ms",
    ratio: large[name]! / small[name]!,
    goal: 2,
    atMost: true,
  }))
}
