import { onPostgres, openTestDatabase } from "./test-database"

/** Roles belong to the whole server: test files that migrate at the same moment would both create plumbline_app. */
export default async function migrateOnce(): Promise<void> {
  if (!onPostgres) return
  const open = await openTestDatabase()
  await open.close()
}
