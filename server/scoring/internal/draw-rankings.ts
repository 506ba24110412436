import { createHash } from "node:crypto"
import { resolve } from "node:path"
import { Worker } from "node:worker_threads"
import { ruleBroken } from "@/server/kernel/errors"
import type { Redrawn, RedrawProblem } from "../domain/redraw"
import type { SmaaProblem, SmaaResult } from "../domain/smaa"
import type { Task } from "./robustness-worker"

/** Longer than this nobody waits for. */
const TIME_LIMIT = 20_000
const KEPT = 50

type Waiting = { resolve: (result: unknown) => void; reject: (error: Error) => void; timer: NodeJS.Timeout }
type Thread = { worker: Worker; waiting: Map<number, Waiting>; next: number }

// On globalThis, because each bundle that Next makes loads its own copy of this module.
const shared = globalThis as typeof globalThis & {
  plumblineRankings?: { thread?: Thread | undefined; known: Map<string, Promise<unknown>> }
}
shared.plumblineRankings ??= { known: new Map() }
const state = shared.plumblineRankings

function stop(thread: Thread, error: Error): void {
  if (state.thread === thread) state.thread = undefined
  for (const { reject, timer } of thread.waiting.values()) {
    clearTimeout(timer)
    reject(error)
  }
  thread.waiting.clear()
  void thread.worker.terminate()
}

function startThread(): Thread {
  // By path, not by import: bundles hold no thread of their own. The file is read by tsx, as all of the server is.
  const file = resolve(process.cwd(), "server/scoring/internal/robustness-worker.ts")
  const worker = new Worker(file, { execArgv: ["--import", "tsx"] })
  worker.unref()
  const thread: Thread = { worker, waiting: new Map(), next: 0 }
  worker.on("message", ({ id, result, error }: { id: number; result?: unknown; error?: string }) => {
    const one = thread.waiting.get(id)
    if (!one) return
    thread.waiting.delete(id)
    clearTimeout(one.timer)
    if (thread.waiting.size === 0) worker.unref()
    if (error === undefined) one.resolve(result)
    else one.reject(new Error(error))
  })
  worker.on("error", (error) => stop(thread, error))
  worker.on("exit", () => stop(thread, new Error("The thread that draws rankings ended")))
  return thread
}

function compute(task: Task): Promise<unknown> {
  state.thread ??= startThread()
  const { thread } = state
  const id = thread.next++
  return new Promise((resolve, reject) => {
    const late = () =>
      stop(
        thread,
        ruleBroken(
          `Drawing the rankings took longer than ${TIME_LIMIT / 1000} seconds and was stopped. Narrow the filter to fewer items`,
        ),
      )
    thread.waiting.set(id, { resolve, reject, timer: setTimeout(late, TIME_LIMIT) })
    thread.worker.ref()
    thread.worker.postMessage({ id, task })
  })
}

function hashOf(task: Task): string {
  const plain = JSON.stringify(task, (_, value) =>
    value instanceof Float64Array ? Array.from(value) : value,
  )
  return createHash("sha256").update(plain).digest("base64")
}

/** The result of a task, from memory where the very same was computed lately: same content, same seed, same result. */
function remembered(task: Task): Promise<unknown> {
  const key = hashOf(task)
  const known = state.known.get(key)
  if (known) {
    state.known.delete(key)
    state.known.set(key, known)
    return known
  }
  const result = compute(task)
  state.known.set(key, result)
  result.catch(() => state.known.delete(key))
  for (const oldest of state.known.keys()) {
    if (state.known.size <= KEPT) break
    state.known.delete(oldest)
  }
  return result
}

/** Rankings under plausible weights, drawn in a thread of its own. @throws RULE_BROKEN when it takes too long. */
export const drawByWeights = (problem: SmaaProblem) =>
  remembered({ kind: "weights", problem }) as Promise<SmaaResult>

/** Rankings under redrawn panels of scorers, likewise. @throws RULE_BROKEN when it takes too long. */
export const drawByScorers = (problem: RedrawProblem) =>
  remembered({ kind: "scorers", problem }) as Promise<Redrawn>
