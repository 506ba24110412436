import type { SQL } from "drizzle-orm"
import { inTransaction } from "@/server/kernel/database"
import type { World } from "./world"

/** What the database said when it refused a statement. */
export const refusal = (error: unknown): string => {
  const cause = (error as { cause?: unknown }).cause
  return cause instanceof Error ? cause.message : String(error)
}

/** Runs SQL as the app role in a workspace, past the program: "accepted", or why the database refused. */
export const sqlAsApp = (world: World, { id }: { id: string }, statement: SQL): Promise<string> =>
  inTransaction(world.open, id, "write", (db) => db.execute(statement)).then(() => "accepted", refusal)
