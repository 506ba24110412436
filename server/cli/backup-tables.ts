import { sql } from "drizzle-orm"
import { type Db, rowsOf } from "@/db/client"
import { BackupError, type BackupHeader, knownMigrations, quoted } from "./backup-format"

export type TableFacts = { name: string; columns: string[] }

/** Every table with its stored columns (generated ones are computed again), those referred to first. */
export async function tablesInOrder(db: Db): Promise<TableFacts[]> {
  const tables = await rowsOf<TableFacts>(
    db,
    sql`select c.relname as name, json_agg(a.attname order by a.attnum) as columns
      from pg_class c join pg_attribute a on a.attrelid = c.oid
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
        and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      group by c.relname order by c.relname`,
  )
  const references = await rowsOf<{ from: string; to: string }>(
    db,
    sql`select f.relname as from, t.relname as to from pg_constraint k
      join pg_class f on f.oid = k.conrelid join pg_class t on t.oid = k.confrelid
      where k.contype = 'f' and f.relnamespace = 'public'::regnamespace and f.oid <> t.oid`,
  )
  const ordered: TableFacts[] = []
  const placed = new Set<string>()
  while (ordered.length < tables.length) {
    const ready = tables.filter(
      ({ name }) => !placed.has(name) && references.every(({ from, to }) => from !== name || placed.has(to)),
    )
    if (ready.length === 0) throw new Error("The foreign keys of the tables form a circle")
    for (const table of ready) placed.add(table.name)
    ordered.push(...ready)
  }
  return ordered
}

/**
 * Sees every workspace's rows in this transaction. Only the owner of the tables may.
 * @throws BackupError for another login, which would see empty tables and take them for the truth.
 */
export async function enterMaintenance(db: Db): Promise<void> {
  const [row] = await rowsOf<{ who: string; owner: boolean | null }>(
    db,
    sql`select current_user as who, (select pg_has_role(current_user, c.relowner, 'usage') from pg_class c
        where c.relname = 'audit_events' and c.relnamespace = 'public'::regnamespace) as owner`,
  )
  if (row?.owner == null)
    throw new BackupError("The database has no Plumbline tables. Run `npm run db:migrate` first.")
  if (!row.owner) {
    throw new BackupError(`The database user "${row.who}" does not own the tables. Connect as their owner.`)
  }
  await db.execute(sql`select set_config('app.maintenance', 'on', true)`)
}

/** Name of the newest migration that the database has. */
export async function newestMigration(db: Db): Promise<string> {
  const [row] = await rowsOf<{ at: string | null }>(
    db,
    sql`select max(created_at)::text as at from drizzle.__drizzle_migrations`,
  )
  const known = knownMigrations().find(({ when }) => String(when) === row?.at)
  if (!known)
    throw new BackupError("The database was migrated by another version of Plumbline. Use that version.")
  return known.tag
}

export async function countRows(db: Db, table: string): Promise<number> {
  const [row] = await rowsOf<{ rows: number }>(
    db,
    sql.raw(`select count(*)::int as rows from ${quoted(table)}`),
  )
  return row?.rows ?? 0
}

/** The end of each workspace's chain as the head rows say; `broken` where the last link disagrees. */
export async function chainHeads(db: Db): Promise<(BackupHeader["heads"][number] & { broken: boolean })[]> {
  return rowsOf(
    db,
    sql`select h.workspace_id::text as "workspaceId", h.seq::int as seq, encode(h.chain_hash, 'hex') as "chainHash",
        l.chain_hash is distinct from h.chain_hash
          or (select count(*) from audit_leaves n where n.workspace_id = h.workspace_id) <> h.seq as broken
      from audit_heads h left join audit_leaves l on l.workspace_id = h.workspace_id and l.seq = h.seq
      order by h.workspace_id`,
  )
}
