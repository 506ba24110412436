import { sql } from "drizzle-orm"
import { type Db, type OpenDatabase, rowsOf } from "@/db/client"
import { migrate } from "@/db/migrate"
import { installQueue } from "@/server/kernel/jobs/boss"
import { BackupError, type BackupHeader, quoted } from "./backup-format"
import { chainHeads, countRows, enterMaintenance, tablesInOrder } from "./backup-tables"
import { backupTables, checkBackup, type RestoredTable } from "./restore-read"

async function filledTables(db: Db): Promise<string[]> {
  const filled: string[] = []
  for (const { name } of await tablesInOrder(db)) {
    const [row] = await rowsOf<{ filled: boolean }>(
      db,
      sql.raw(`select exists (select 1 from ${quoted(name)}) as filled`),
    )
    if (row?.filled) filled.push(name)
  }
  return filled
}

/** Removes every table and function of ours and creates them anew, empty. What was there is gone. */
async function recreate(open: OpenDatabase): Promise<void> {
  await open.db.execute(
    sql.raw(`do $$ declare r record; begin
      for r in select c.oid::regclass::text as name from pg_class c
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and pg_has_role(c.relowner, 'usage')
          and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'e')
      loop execute format('drop table if exists %s cascade', r.name); end loop;
      for r in select p.oid::regprocedure::text as name from pg_proc p
        where p.pronamespace = 'public'::regnamespace and pg_has_role(p.proowner, 'usage')
          and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e')
      loop execute format('drop function if exists %s cascade', r.name); end loop;
      drop schema if exists drizzle cascade;
      drop schema if exists pgboss cascade;
    end $$`),
  )
}

async function load(db: Db, table: RestoredTable, known: string[]): Promise<void> {
  const strange = table.columns.filter((column) => !known.includes(column))
  if (strange.length > 0) {
    throw new BackupError(
      `The table ${table.name} has no column ${strange.join(", ")} in this version of Plumbline.`,
    )
  }
  const columns = table.columns.map(quoted).join(", ")
  const into = sql.raw(`insert into ${quoted(table.name)} (${columns}) select ${columns} from `)
  const shape = sql.raw(`null::${quoted(table.name)}`)
  for await (const rows of table.batches) {
    await db.execute(sql`${into} json_populate_recordset(${shape}, ${`[${rows.join(",")}]`}::text::json)`)
  }
}

async function verify(db: Db, header: BackupHeader): Promise<void> {
  for (const { name, rows } of header.tables) {
    const found = await countRows(db, name)
    if (found !== rows)
      throw new BackupError(`The table ${name} has ${found} rows after the restore, not ${rows}.`)
  }
  const heads = await chainHeads(db)
  const same = (head: BackupHeader["heads"][number], index: number) =>
    heads[index]?.chainHash === head.chainHash && heads[index]?.seq === head.seq
  if (heads.length !== header.heads.length || !header.heads.every(same)) {
    throw new BackupError("The audit chains do not end where the backup says.")
  }
}

async function fill(db: Db, file: string, header: BackupHeader): Promise<void> {
  await enterMaintenance(db)
  const filled = await filledTables(db)
  if (filled.length > 0) {
    throw new BackupError(
      `The database is not empty (${filled.join(", ")}). Restore into an empty one, or add --force to delete ` +
        "everything in it first.",
    )
  }
  await db.execute(sql.raw("set constraints all deferred"))
  const known = new Map((await tablesInOrder(db)).map(({ name, columns }) => [name, columns]))
  for await (const table of backupTables(file, header)) {
    const columns = known.get(table.name)
    if (!columns) throw new BackupError(`This version of Plumbline has no table ${table.name}.`)
    await load(db, table, columns)
  }
  await verify(db, header)
}

/** Numbers for the closing message; `broken` counts workspaces whose chain was already broken when it was saved. */
export type Restored = { header: BackupHeader; broken: number }

/**
 * Restores a backup into an empty database, in one transaction: all of it or nothing. `force` deletes everything that
 * is there first, once the backup has proved sound; `say` gets the warning about it.
 */
export async function restoreBackup(
  open: OpenDatabase,
  file: string,
  { force = false, say = () => {} }: { force?: boolean; say?: (text: string) => void } = {},
): Promise<Restored> {
  const header = await checkBackup(file)
  if (force) {
    say(
      "--force: deleting everything in the database, the audit trail included, before restoring the backup.",
    )
    await recreate(open)
  }
  await migrate(open)
  await installQueue(open)
  const heads = await open.db.transaction(async (tx) => {
    await fill(tx as unknown as Db, file, header)
    return chainHeads(tx as unknown as Db)
  })
  return { header, broken: heads.filter(({ broken }) => broken).length }
}
