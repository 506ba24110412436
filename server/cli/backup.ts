import { database } from "@/db/client"
import { SECRETS_NOTE } from "./backup-format"
import { writeBackup } from "./backup-write"

/** `npm run db:backup -- FILE`. With the embedded database stop the server first; with PostgreSQL it may run. */
async function run(): Promise<void> {
  const [file, ...more] = process.argv.slice(2)
  if (!file || more.length > 0)
    throw new Error("Usage: npm run db:backup -- FILE     (for example plumbline-2026-10-13.ndjson.gz)")
  const open = await database()
  try {
    const { tables, migration } = await writeBackup(open, file)
    const rows = tables.reduce((sum, table) => sum + table.rows, 0)
    console.log(`Saved ${rows} rows of ${tables.length} tables (migration ${migration}) to ${file}.`)
    console.log(SECRETS_NOTE)
  } finally {
    await open.close()
  }
}

run().catch((error) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
