import { sql } from "drizzle-orm"
import { type Db, type OpenDatabase, refuseUnsafeLogin, rowsOf } from "@/db/client"
import { inTransaction } from "./database"
import { PlumblineError } from "./errors"
import { log } from "./log"

const LOOK_EVERY_MS = 5_000
/** A replica further behind than this is not read from. */
export const MOST_BEHIND_MS = 30_000

type Mark = { position: string; at: number }
type State = {
  usable: boolean
  lookAt: number
  loginIsSafe: boolean
  /** Where the primary's log stood when the replica was last found to have caught up. */
  mark: Mark
}

const states = new WeakMap<Db, State>()

async function positionOf(primary: Db): Promise<Mark> {
  const at = Date.now()
  const [row] = await rowsOf<{ position: string }>(
    primary,
    sql`select pg_current_wal_lsn()::text as position`,
  )
  return { position: row!.position, at }
}

async function look(open: OpenDatabase, replica: Db, state: State): Promise<boolean> {
  if (!state.loginIsSafe) await refuseUnsafeLogin(replica)
  state.loginIsSafe = true
  const [row] = await rowsOf<{ standby: boolean; reached: boolean }>(
    replica,
    sql`select pg_is_in_recovery() as standby, pg_last_wal_replay_lsn() >= ${state.mark.position}::text::pg_lsn as reached`,
  )
  if (!row?.standby) throw new Error("DATABASE_REPLICA_URL does not lead to a standby")
  if (!row.reached) return Date.now() - state.mark.at < MOST_BEHIND_MS
  state.mark = await positionOf(open.db)
  return true
}

async function lookAgain(open: OpenDatabase, replica: Db, state: State): Promise<void> {
  state.lookAt = Date.now() + LOOK_EVERY_MS
  let reason: unknown
  const usable = await look(open, replica, state).catch((error) => {
    reason = error
    return false
  })
  if (usable !== state.usable) {
    log.warn(
      { err: reason },
      usable ? "replica in use" : "replica away or too far behind: reading from the primary",
    )
  }
  state.usable = usable
}

/** As it was found last. It is looked at again every five seconds while it is asked for, and nobody waits for that. */
function isUsable(open: OpenDatabase, replica: Db): boolean {
  const state = states.get(replica) ?? {
    usable: false,
    lookAt: 0,
    loginIsSafe: false,
    mark: { position: "0/0", at: Date.now() },
  }
  states.set(replica, state)
  if (Date.now() >= state.lookAt) void lookAgain(open, replica, state)
  return state.usable
}

/**
 * Runs a read on the replica, when there is one, it is reached, and it is at most half a minute behind; else on the
 * primary. Whatever fails on the replica for a reason of its own is read again on the primary.
 */
export async function readBehind<T>(
  open: OpenDatabase,
  workspaceId: string | null,
  work: (db: Db) => Promise<T>,
): Promise<T> {
  const { replica } = open
  if (replica && isUsable(open, replica)) {
    try {
      return await inTransaction({ ...open, db: replica }, workspaceId, "read", work)
    } catch (error) {
      if (error instanceof PlumblineError && error.code !== "UNAVAILABLE") throw error
      log.warn({ err: error }, "a read failed on the replica: reading from the primary")
      states.get(replica)!.usable = false
    }
  }
  return inTransaction(open, workspaceId, "read", work)
}
