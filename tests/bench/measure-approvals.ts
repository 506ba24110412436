import { sql } from "drizzle-orm"
import { countWaiting } from "@/server/approvals/count-waiting"
import { listApprovals } from "@/server/approvals/list-approvals"
import type { Ctx } from "@/server/kernel/context"
import { enterWorkspace } from "@/server/kernel/database"
import { newId } from "@/server/kernel/domain/id"
import { fewAgainstMany } from "./load"
import type { Result } from "./report"
import { type Stage, setBeside, tidy } from "./stage"

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
async function fillRequests(stage: Stage, askerId: string, total: number): Promise<void> {
  const { open, workspaceId } = stage
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
  await tidy(stage, "approval_requests", "approval_contributors")
}

/** The person of a stage as a privacy officer. */
function readerOf({ ctx }: Stage): Ctx {
  const { caller } = ctx
  const officer = { role: "privacy_officer", scopeType: "workspace", scopeId: null } as const
  return { ...ctx, caller: { ...caller, limitedTo: null, grants: [...caller.grants, officer] } }
}

/** First page of the approvals inbox at 50,000 requests against 500. */
export async function measureApprovals(stage: Stage, database: string): Promise<Result[]> {
  const few = await setBeside(stage, "few-approvals")
  await fillRequests(few, await addAsker(few), FEW)
  await fillRequests(stage, await addAsker(stage), MANY)
  const readers = { few: readerOf(few), many: readerOf(stage) }
  const reads = (work: (reader: Ctx) => Promise<unknown>) => ({
    few: () => work(readers.few),
    many: () => work(readers.many),
  })
  const measured = await fewAgainstMany({
    "what waits on me": reads((reader) => listApprovals(reader, {})),
    "all requests": reads((reader) => listApprovals(reader, { view: "all" })),
    "the number in the navigation": reads((reader) => countWaiting(reader, {})),
  })
  const section = `approvals inbox of 50,000 requests against 500 on ${database}`
  return measured.map((result) => ({ ...result, section, unit: "ms", goal: 2, atMost: true }))
}
