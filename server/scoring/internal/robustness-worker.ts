import { parentPort } from "node:worker_threads"
import { type RedrawProblem, redraw } from "../domain/redraw"
import { type SmaaProblem, smaa } from "../domain/smaa"

/** The thread that draws rankings, so that ten thousand of them hold up nobody's request. */
export type Task = { kind: "weights"; problem: SmaaProblem } | { kind: "scorers"; problem: RedrawProblem }

parentPort?.on("message", ({ id, task }: { id: number; task: Task }) => {
  try {
    const result = task.kind === "weights" ? smaa(task.problem) : redraw(task.problem)
    parentPort?.postMessage({ id, result })
  } catch (error) {
    parentPort?.postMessage({ id, error: error instanceof Error ? error.message : String(error) })
  }
})
