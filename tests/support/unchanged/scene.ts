import { sql } from "drizzle-orm"
import type { Ctx } from "@/server/kernel/context"
import { inTransaction, rowsOf } from "@/server/kernel/database"
import { ROLES } from "@/server/kernel/domain/permissions"
import type { ErrorCode } from "@/server/kernel/errors"
import { type ForeignIds, furnishWorkspace } from "@/tests/support/furnished-workspace"
import type { World } from "@/tests/support/world"

type Person = Ctx & { userId: string }

export type Scene = {
  /** The administrator who furnished the workspace, and another member; both hold every role. */
  ctx: Person
  other: Person
  ids: ForeignIds
  /** One number of the workspace, called "found"; 0 without a row. */
  number: (statement: ReturnType<typeof sql>) => Promise<number>
  /** The stored version of a row, or another of its numbers. */
  version: (table: string, id: string, column?: string) => Promise<number>
  /** How many records the audit trail has. */
  records: () => Promise<number>
}

/**
 * A command that is sent twice with the same input, which is made before each time so that it names the stored version.
 * What the second time answers: "quiet", with no record and no new version, or a refusal in words.
 */
export type SentTwice = {
  answer: "quiet" | ErrorCode
  /** Who sends it; the administrator unless it is said. */
  by: "ctx" | "other"
  /** Brings about what it needs; answers how its input is made. */
  begin: (scene: Scene) => Promise<() => unknown>
}

/** Or why a command always changes something. */
export type Unchanged = Record<string, SentTwice | string>

const sentTwice =
  (answer: SentTwice["answer"]) =>
  <G = undefined>(
    input: (scene: Scene, given: G) => unknown,
    given?: (scene: Scene) => Promise<G>,
  ): SentTwice => ({
    answer,
    by: "ctx",
    begin: async (scene) => {
      const facts = (await given?.(scene)) as G
      return () => input(scene, facts)
    },
  })

/** The same, sent by the other member. */
export const byOther = (entry: SentTwice): SentTwice => ({ ...entry, by: "other" })

/** Succeeds without a record. */
export const quiet = sentTwice("quiet")
/** Is refused, as it does not fit what there is now. */
export const ruledOut = sentTwice("RULE_BROKEN")
/** Is refused at a field. */
export const invalid = sentTwice("INVALID")
/** What it names is no longer there. */
export const missing = sentTwice("NOT_FOUND")
/** Somebody, here oneself, was faster. */
export const conflicting = sentTwice("CONFLICT")

export const ADDS = "each call adds one"

const everyRole = (ctx: Person): Person => {
  const grants = ROLES.map((role) => ({ role, scopeType: "workspace" as const, scopeId: null }))
  return { ...ctx, caller: { ...ctx.caller, grants } }
}

export async function setScene(world: World, word: string): Promise<Scene> {
  const { admin, workspace, ids } = await furnishWorkspace(world, word)
  const number = (statement: ReturnType<typeof sql>) =>
    inTransaction(world.open, workspace.id, "read", async (db) => {
      const [row] = await rowsOf<{ found: number }>(db, statement)
      return row?.found ?? 0
    })
  return {
    ctx: everyRole(admin),
    other: everyRole(await workspace.member("privacy_officer")),
    ids,
    number,
    version: (table, id, column = "version") =>
      number(
        sql`select ${sql.identifier(column)}::int as found from ${sql.identifier(table)} where id = ${id}::uuid`,
      ),
    records: () => number(sql`select count(*)::int as found from audit_events`),
  }
}
