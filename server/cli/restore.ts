import { parseArgs } from "node:util"
import { database } from "@/db/client"
import { SECRETS_NOTE } from "./backup-format"
import { restoreBackup } from "./restore-load"

const USAGE = `Usage: npm run db:restore -- FILE [--force]
Restores a backup into an empty database, of either kind. Stop the server first.
  --force   delete everything that is in the database, then restore`

async function run(): Promise<void> {
  const options = { force: { type: "boolean", default: false } } as const
  const { values, positionals } = parseArgs({ allowPositionals: true, options })
  const [file, ...more] = positionals
  if (!file || more.length > 0) throw new Error(USAGE)
  const open = await database()
  try {
    const { header, broken } = await restoreBackup(open, file, { force: values.force, say: console.warn })
    const rows = header.tables.reduce((sum, table) => sum + table.rows, 0)
    console.log(
      `Restored ${rows} rows of ${header.tables.length} tables, saved ${header.createdAt}; counts and audit chains agree.`,
    )
    if (broken > 0) {
      console.warn(
        `The audit trail of ${broken} workspaces was not in order when it was saved: verify it on the audit page.`,
      )
    }
    console.log(SECRETS_NOTE)
  } finally {
    await open.close()
  }
}

run().catch((error) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
