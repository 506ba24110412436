import { sql } from "drizzle-orm"
import { getChecklist } from "@/server/dod/get-checklist"
import { listOpenChecks } from "@/server/dod/list-open-checks"
import { listProgress } from "@/server/dod/list-progress"
import type { Ctx } from "@/server/kernel/context"
import { enterWorkspace } from "@/server/kernel/database"
import { newId } from "@/server/kernel/domain/id"
import { fewAgainstMany } from "./load"
import type { Result } from "./report"
import { fillBacklog, type Stage, setBeside, tidy } from "./stage"

const CHECKS = 10
const FEW = 50
const MANY = 5_000

/** A published Definition of Done of ten manual checks, by SQL. */
async function addTemplate({ open, workspaceId, userId }: Stage): Promise<string> {
  const id = newId()
  const checks = Array.from({ length: CHECKS }, (_, n) => ({
    kind: "manual",
    key: `c${n}`,
    title: `Check ${n}`,
    help: "",
    evidence: "none",
    level: "required",
  }))
  await open.db.transaction(async (tx) => {
    await enterWorkspace(tx as never, workspaceId)
    await tx.execute(sql`insert into dod_templates (workspace_id, id, deliverable, version, state, definition, changed_by, changed_at)
      values (${workspaceId}::uuid, ${id}::uuid, 'pipeline', 1, 'published', ${JSON.stringify({ checks, note: "" })}::text::jsonb,
        ${userId}::uuid, now())`)
  })
  return id
}

/** Checklists of the first items up to `total`, with an answer to each check but one: what is measured is reading them. */
async function fillChecklists(stage: Stage, templateId: string, total: number): Promise<void> {
  const { open, workspaceId, userId } = stage
  await open.db.transaction(async (tx) => {
    await enterWorkspace(tx as never, workspaceId)
    await tx.execute(sql`
      insert into dod_checklists (workspace_id, id, item_id, template_id, started_by, started_at)
      select workspace_id, gen_random_uuid(), id, ${templateId}::uuid, ${userId}::uuid, now()
      from (select workspace_id, id from items where workspace_id = ${workspaceId}::uuid order by rank, id limit ${total}) first
      where not exists (select 1 from dod_checklists c where c.workspace_id = first.workspace_id and c.item_id = first.id)`)
    await tx.execute(sql`
      insert into dod_answers (workspace_id, id, checklist_id, check_key, kind, note, created_by, created_at)
      select c.workspace_id, gen_random_uuid(), c.id, 'c' || n, 'done', '', ${userId}::uuid, now()
      from dod_checklists c, generate_series(0, ${CHECKS - 1}) n
      where c.workspace_id = ${workspaceId}::uuid
        and not exists (select 1 from dod_answers a where a.workspace_id = c.workspace_id and a.checklist_id = c.id)`)
  })
  await tidy(stage, "items", "dod_checklists", "dod_answers")
}

async function firstItems({ open, workspaceId }: Stage, count: number): Promise<string[]> {
  return open.db.transaction(async (tx) => {
    await enterWorkspace(tx as never, workspaceId)
    const rows = await tx.execute(
      sql`select id::text as id from items where workspace_id = ${workspaceId}::uuid order by rank, id limit ${count}`,
    )
    return (rows as unknown as { id: string }[]).map(({ id }) => id)
  })
}

/** What is read in a workspace with so many checklists. */
async function prepare(stage: Stage, checklists: number) {
  await fillBacklog(stage, MANY)
  await fillChecklists(stage, await addTemplate(stage), checklists)
  const itemIds = await firstItems(stage, FEW)
  const reader: Ctx = { ...stage.ctx, caller: { ...stage.ctx.caller, limitedTo: null } }
  const subject = { type: "item" as const, id: itemIds[0]! }
  return {
    checklist: () => getChecklist(reader, { subject }),
    open: () => listOpenChecks(reader, { ownerId: stage.userId }),
    board: () => listProgress(reader, { itemIds }),
  }
}

/** Reading checklists at 50,000 entries against 500. */
export async function measureDone(stage: Stage, database: string): Promise<Result[]> {
  const few = await prepare(await setBeside(stage, "few-checklists"), FEW)
  const many = await prepare(stage, MANY)
  const measured = await fewAgainstMany({
    "the checklist of an item": { few: few.checklist, many: many.checklist },
    "the open checks of a person": { few: few.open, many: many.open },
    "50 cards of the board": { few: few.board, many: many.board },
  })
  const section = `checklists of 50,000 entries against 500 on ${database}`
  return measured.map((result) => ({ ...result, section, unit: "ms", goal: 2, atMost: true }))
}
