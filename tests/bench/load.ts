import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import autocannon from "autocannon"

export type Target = { name: string; url: string; headers?: Record<string, string> }

const SECONDS = Number(process.env.BENCH_SECONDS) || 4
const READS_PER_TURN = 4
const READING_TURNS = 40
const ROUNDS = Number(process.env.BENCH_ROUNDS) || 3

export const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!

async function shoot(target: Target, seconds: number): Promise<number> {
  const result = await autocannon({ ...target, connections: 32, duration: seconds })
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${target.name}: ${result.non2xx} answers were not 2xx, ${result.errors} errors`)
  }
  return result.requests.average
}

/** Requests per second of each target at 32 connections: the median of rounds in which the targets take turns. */
export async function compare(targets: Target[]): Promise<Map<string, number>> {
  for (const target of targets) await shoot(target, 2)
  const rates = new Map<string, number[]>(targets.map(({ name }) => [name, []]))
  for (let round = 0; round < ROUNDS; round++) {
    for (const target of targets) rates.get(target.name)!.push(await shoot(target, SECONDS))
  }
  return new Map([...rates].map(([name, values]) => [name, median(values)]))
}

/**
 * Median duration in milliseconds of tasks that take turns, there and back again: whatever else the machine does in a
 * round strikes all of them alike. Many short turns tell more than a few long ones.
 */
export async function takeTurns(
  tasks: Record<string, () => Promise<unknown>>,
  rounds: number,
): Promise<Record<string, number>> {
  const times: Record<string, number[]> = Object.fromEntries(Object.keys(tasks).map((name) => [name, []]))
  const order = Object.entries(tasks)
  for (const [, task] of order) await task()
  for (let round = 0; round < rounds; round++) {
    for (const [name, task] of order) {
      const started = performance.now()
      await task()
      times[name]!.push(performance.now() - started)
    }
    order.reverse()
  }
  return Object.fromEntries(Object.entries(times).map(([name, values]) => [name, median(values)]))
}

/** The same for reading what is few and what is many: milliseconds of one reading at many, and its ratio to few. */
export async function fewAgainstMany(
  reads: Record<string, { few: () => Promise<unknown>; many: () => Promise<unknown> }>,
): Promise<{ name: string; value: number; ratio: number }[]> {
  const often = (work: () => Promise<unknown>) => async () => {
    for (let n = 0; n < READS_PER_TURN; n++) await work()
  }
  const tasks = Object.entries(reads).flatMap(([name, { few, many }]) => [
    [`${name}, few`, often(few)] as const,
    [`${name}, many`, often(many)] as const,
  ])
  const measured = await takeTurns(Object.fromEntries(tasks), READING_TURNS)
  return Object.keys(reads).map((name) => {
    const [few, many] = [measured[`${name}, few`]!, measured[`${name}, many`]!]
    return { name, value: Math.round((many / READS_PER_TURN) * 100) / 100, ratio: many / few }
  })
}

/** Starts a server of ours as its own process and waits until it answers. */
export async function startServer(
  entry: string,
  env: Record<string, string>,
  path: string,
): Promise<ChildProcess> {
  const child = spawn(process.execPath, ["--import", "tsx", entry], {
    env: { ...process.env, NODE_ENV: "production", ...env },
    stdio: ["ignore", "ignore", "inherit"],
  })
  for (let attempt = 0; attempt < 150; attempt++) {
    const answer = await fetch(`http://127.0.0.1:${env.PORT}${path}`).catch(() => undefined)
    if (answer) return child
    if (child.exitCode !== null) throw new Error(`${entry} stopped before it answered`)
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  child.kill()
  throw new Error(`${entry} did not answer within 30 seconds`)
}

/** Ends a server started here and waits until it is gone. */
export async function stopServer(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const gone = once(child, "exit")
  child.kill()
  await gone
}
