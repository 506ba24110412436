import { AsyncLocalStorage } from "node:async_hooks"
import type { Db } from "@/db/client"

/** The queue that this process sends to. */
export type RunningQueue = {
  declared: ReadonlySet<string>
  /** Sends inside the transaction; false when the queue's policy dropped it as already queued. */
  send: (db: Db, name: string, data: object, key: string | undefined) => Promise<boolean>
}

const shared = globalThis as typeof globalThis & {
  plumblineQueue?: RunningQueue
  plumblineSending?: AsyncLocalStorage<true>
}

/** On globalThis because each bundle that Next makes loads its own copy of this module. */
export const runningQueue = () => shared.plumblineQueue

export function setRunningQueue(queue: RunningQueue | undefined): void {
  shared.plumblineQueue = queue
}

/**
 * Marks what runs inside an operation's transaction. A statement on the queue's own connection there would wait for
 * ever on PGlite (one session) and commit on its own on PostgreSQL; with the mark it fails at once.
 */
export function sending(): AsyncLocalStorage<true> {
  shared.plumblineSending ??= new AsyncLocalStorage<true>()
  return shared.plumblineSending
}
