import { existsSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { startPostgres } from "@/tests/support/postgres-server.mjs"
import { measureApprovals } from "./measure-approvals"
import { measureAssessments } from "./measure-assessments"
import { measureCommand } from "./measure-command"
import { measureDone } from "./measure-done"
import { measureImport } from "./measure-import"
import { measureList } from "./measure-list"
import { measureRanking } from "./measure-ranking"
import { measureRobustness } from "./measure-robustness"
import { measureScale } from "./measure-scale"
import { type Result, report } from "./report"
import { fillBacklog, type Stage, setStage } from "./stage"

/** `npm run bench`: every figure beside the limit that was measured in the same run. */

/** In the order in which they fill the stage; a measure that needs another stage sets its own. */
type Measure = (stage: Stage, database: string) => Promise<Result[]>

const ON_BOTH: Measure[] = [
  measureImport,
  measureScale,
  (stage, database) => measureCommand(stage, database, 1),
  measureRanking,
]
const ON_POSTGRES: Measure[] = [
  ...ON_BOTH,
  (stage, database) => measureCommand(stage, database, 8),
  measureRobustness,
  measureApprovals,
  measureDone,
  measureAssessments,
]

async function take(measures: Measure[], stage: Stage, database: string): Promise<Result[]> {
  const results: Result[] = []
  for (const measure of measures) results.push(...(await measure(stage, database)))
  return results
}

async function onPostgres(): Promise<Result[]> {
  const server = await startPostgres()
  try {
    const stage = await setStage({ url: server.url, directory: "" })
    const results = await take(ON_POSTGRES, stage, "PostgreSQL")
    await fillBacklog(stage, 10_000)
    const list = await measureList(stage, server.url, server.adminUrl)
    await stage.open.close()
    return [...list, ...results]
  } finally {
    await server.stop()
  }
}

async function onPglite(): Promise<Result[]> {
  const home = mkdtempSync(join(tmpdir(), "plumbline-bench-"))
  try {
    const stage = await setStage({ directory: join(home, "data") })
    const results = await take(ON_BOTH, stage, "PGlite")
    await stage.open.close()
    return results
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}

if (!existsSync(".next/BUILD_ID")) {
  console.error("There is no production build to measure. Run `npm run build` first.")
  process.exit(1)
}
const met = report([...(await onPostgres()), ...(await onPglite())])
console.log(met ? "\nEvery goal was met." : "\nNot every goal was met.")
process.exit(met ? 0 : 1)
