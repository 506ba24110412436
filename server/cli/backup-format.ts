import { readFileSync } from "node:fs"
import { z } from "zod"

/**
 * A backup is gzipped NDJSON: a header, the rows of each table in the header's order (as PostgreSQL writes them in
 * JSON, byte for byte), and a trailer with the SHA-256 of everything before it.
 */
export const backupHeader = z.object({
  kind: z.literal("plumbline.backup"),
  version: z.literal(1),
  createdAt: z.iso.datetime(),
  /** Newest migration of the database that was saved. */
  migration: z.string(),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()), rows: z.int().min(0) })),
  /** Where each workspace's audit chain ended, to compare with after a restore. */
  heads: z.array(z.object({ workspaceId: z.string(), seq: z.int(), chainHash: z.string() })),
})
export type BackupHeader = z.infer<typeof backupHeader>

export const backupTrailer = z.strictObject({ sha256: z.string() })

/** What is wrong with a backup or its target; the message names the remedy. */
export class BackupError extends Error {
  override readonly name = "BackupError"
}

type Journal = { entries: { tag: string; when: number }[] }

/** The migrations that this version of Plumbline knows, oldest first. */
export function knownMigrations(): Journal["entries"] {
  const path = new URL("../../db/migrations/meta/_journal.json", import.meta.url)
  return (JSON.parse(readFileSync(path, "utf8")) as Journal).entries
}

export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

export const SECRETS_NOTE =
  "Not in the backup: the secrets (secrets.json in the data directory, or AUTH_SECRET and PLUMBLINE_AUDIT_KEY in the\n" +
  "environment) and queued background jobs. Keep the secrets apart from the backup: without the audit key new\n" +
  "checkpoints are signed with another one."
