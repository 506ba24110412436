import { projectNode } from "./project.mjs"
import { duration, run, tail } from "./run-command.mjs"

/** Carries what went wrong and what the person can do; shown without a stack. */
export class StepFailed extends Error {
  constructor(step, details, remedy) {
    super(`${step} failed.`)
    this.details = details
    this.remedy = remedy
  }
}

/** Says what begins, runs it, says how long it took; throws `StepFailed` on a non-zero code. */
export async function step(title, remedy, work) {
  process.stdout.write(`${title} … `)
  const started = Date.now()
  const result = await work()
  if (result.code !== 0) {
    process.stdout.write("failed\n")
    throw new StepFailed(title, tail(result.output), remedy)
  }
  process.stdout.write(`${result.skipped ? "unchanged" : "done"} (${duration(Date.now() - started)})\n`)
  return result
}

/** Runs a TypeScript entry point to its end. */
export function runEntryPoint(file, args = [], env = {}) {
  return run(projectNode(), ["--import", "tsx", file, ...args], { env: { NODE_ENV: "production", ...env } })
}

/** Prints a failure for a person and answers the exit code. */
export function explain(error) {
  if (!(error instanceof StepFailed)) {
    console.error(error)
    return 1
  }
  console.error(`\n${error.message}`)
  if (error.details) console.error(`\n${error.details}\n`)
  console.error(`What to do: ${error.remedy}`)
  return 1
}
