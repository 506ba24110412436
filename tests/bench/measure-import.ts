import { existsSync, readFileSync } from "node:fs"
import { parse } from "csv-parse/sync"
import { sql } from "drizzle-orm"
import { importItems } from "@/server/backlog/import-items"
import { uploadImport } from "@/server/backlog/upload-import"
import { enterWorkspace } from "@/server/kernel/database"
import { newId } from "@/server/kernel/domain/id"
import { takeTurns } from "./load"
import type { Result } from "./report"
import type { Stage } from "./stage"

const REAL = "../shared/data/backlog/springxd.csv"
const ROWS = 3526

/** The real backlog where it is present, else as many made-up rows of the same shape. */
function file(): Buffer {
  if (existsSync(REAL)) return readFileSync(REAL)
  const rows = Array.from(
    { length: ROWS },
    (_, n) => `XD-${n},Title ${n},"${"Some words. ".repeat(45)}",${n % 8},train`,
  )
  return Buffer.from(`issuekey,title,description,storypoint,split_mark\n${rows.join("\n")}\n`)
}

/** Parsing, and inserting the same rows 1,000 at a time, with nothing else. */
async function bareImport({ open, workspaceId, userId }: Stage, content: Buffer): Promise<void> {
  const records = parse(content, { columns: true, bom: true }) as Record<string, string>[]
  await open.db.transaction(async (tx) => {
    await enterWorkspace(tx as never, workspaceId)
    for (let start = 0; start < records.length; start += 1000) {
      const rows = records.slice(start, start + 1000).map((record, index) => ({
        id: newId(),
        key: `${record.issuekey}-${start + index}`,
        title: record.title,
        description: record.description,
        rank: `c${String(start + index).padStart(8, "0")}V`,
      }))
      await tx.execute(sql`insert into items (workspace_id, id, key, title, description, type, status, labels, rank, custom,
          created_at, created_by, updated_at, status_changed_at)
        select ${workspaceId}::uuid, id, key, title, left(description, 100000), 'story', 'idea', '{}', rank, '{}', now(),
          ${userId}::uuid, now(), now()
        from json_to_recordset(${JSON.stringify(rows)}::text::json) as given(id uuid, key text, title text, description text, rank text)`)
    }
  })
}

async function ourImport({ ctx }: Stage, content: Buffer): Promise<void> {
  const bytes = (async function* () {
    yield content
  })()
  const { importId, detection } = await uploadImport(ctx, { fileName: "bench.csv", content: bytes })
  const result = await importItems(ctx, { importId, mapping: detection.mapping })
  if (result.created !== ROWS) throw new Error(`The import made ${result.created} items of ${ROWS} rows`)
}

async function emptyBacklog({ open }: Stage): Promise<void> {
  await open.db.transaction(async (tx) => {
    await tx.execute(sql`select set_config('app.maintenance', 'on', true)`)
    await tx.execute(sql`delete from import_changes`)
    await tx.execute(sql`delete from items`)
  })
}

/** Upload, detection, mapping, keys, ranks, undo notes and audit of 3,526 rows, against parsing and inserting them. */
export async function measureImport(stage: Stage, database: string): Promise<Result[]> {
  const content = file()
  const alone = (work: () => Promise<void>) => async () => {
    await emptyBacklog(stage)
    const started = performance.now()
    await work()
    return performance.now() - started
  }
  const spent: Record<"bare" | "ours", number[]> = { bare: [], ours: [] }
  await takeTurns(
    {
      bare: async () => spent.bare.push(await alone(() => bareImport(stage, content))()),
      ours: async () => spent.ours.push(await alone(() => ourImport(stage, content))()),
    },
    3,
  )
  const middle = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!
  const section = `import 3,526 rows on ${database}`
  const [bare, ours] = [middle(spent.bare), middle(spent.ours)]
  return [
    { section, name: "parse and insert", value: Math.round(bare), unit: "ms", ratio: 1 },
    {
      section,
      name: "upload and backlog.importItems",
      value: Math.round(ours),
      unit: "ms",
      ratio: ours / bare,
      goal: 4,
      atMost: true,
    },
  ]
}
