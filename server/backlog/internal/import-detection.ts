import { desc, eq, isNull } from "drizzle-orm"
import { imports } from "@/db/schema/backlog"
import { memberships, users } from "@/db/schema/members"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import type { DetectedEncoding } from "../domain/import/detect-encoding"
import type { Separator } from "../domain/import/detect-separator"
import type { ColumnGuess } from "../domain/import/guess-columns"
import type { SourceColumn } from "../domain/import/source-row"
import { MappingSuggester, type MappingSuggestion } from "../domain/import/suggest-mapping"
import type { Reading } from "./import-reading"
import { openSource } from "./open-source"

const SAMPLES = 5
const SAMPLE_CELL = 200

/** What a file looks like and how it would be imported. `samples` are the first rows, long cells cut. */
export type Detection = MappingSuggestion & {
  /** Absent in detections made before JSON was read. */
  format?: "csv" | "json"
  encoding: DetectedEncoding
  separator: Separator
  columns: SourceColumn[]
  rows: number
  samples: { row: number; cells: Record<string, string> }[]
}

/** Reads a file to its end and suggests a mapping; `chosen` keeps the columns as a person set them. @throws FileProblem */
export async function detect(
  ctx: OpCtx,
  source: AsyncIterable<Uint8Array>,
  reading: Reading = {},
  chosen?: readonly ColumnGuess[],
): Promise<Detection> {
  const csv = await openSource(source, reading)
  const suggester = new MappingSuggester(csv.columns, chosen)
  const samples: Detection["samples"] = []
  let rows = 0
  for await (const row of csv.rows) {
    rows++
    suggester.observe(row)
    if (samples.length < SAMPLES) samples.push({ row: row.row, cells: sampleOf(row.record) })
  }
  const members = await ctx.db
    .select({ id: users.id, name: users.name, email: users.email })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(own(ctx, memberships, isNull(memberships.leftAt)))
  const { format, encoding, separator, columns } = csv
  return { format, encoding, separator, columns, rows, samples, ...suggester.finish(members) }
}

function sampleOf(record: Readonly<Record<string, string | readonly string[]>>): Record<string, string> {
  const cells = Object.entries(record).map(([name, cell]) => {
    const text = typeof cell === "string" ? cell : cell.join(", ")
    return [name, text.length > SAMPLE_CELL ? `${text.slice(0, SAMPLE_CELL)}…` : text] as const
  })
  return Object.fromEntries(cells)
}

/** The latest import of the very same file that is in force, if any. */
export async function importedBefore(ctx: OpCtx, sha256: string) {
  const [row] = await ctx.db
    .select({ importId: imports.id, fileName: imports.fileName, appliedAt: imports.appliedAt })
    .from(imports)
    .where(own(ctx, imports, eq(imports.sha256, sha256), eq(imports.status, "applied")))
    .orderBy(desc(imports.appliedAt))
    .limit(1)
  return row ?? null
}
