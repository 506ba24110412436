import { existsSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { startPostgres } from "@/tests/support/postgres-server.mjs"
import { measureCommand } from "./measure-command"
import { measureImport } from "./measure-import"
import { measureList } from "./measure-list"
import { measureScale } from "./measure-scale"
import { type Result, report } from "./report"
import { fillBacklog, setStage } from "./stage"

/** `npm run bench`: every figure beside the limit that was measured in the same run. */

async function onPostgres(): Promise<Result[]> {
  const server = await startPostgres()
  try {
    const stage = await setStage({ url: server.url, directory: "" })
    const imports = await measureImport(stage, "PostgreSQL")
    const scale = await measureScale(stage, "PostgreSQL")
    const commands = [
      ...(await measureCommand(stage, "PostgreSQL", 1)),
      ...(await measureCommand(stage, "PostgreSQL", 8)),
    ]
    await fillBacklog(stage, 10_000)
    const list = await measureList(stage, server.url, server.adminUrl)
    await stage.open.close()
    return [...list, ...commands, ...imports, ...scale]
  } finally {
    await server.stop()
  }
}

async function onPglite(): Promise<Result[]> {
  const home = mkdtempSync(join(tmpdir(), "plumbline-bench-"))
  try {
    const stage = await setStage({ directory: join(home, "data") })
    const imports = await measureImport(stage, "PGlite")
    const scale = await measureScale(stage, "PGlite")
    const commands = await measureCommand(stage, "PGlite", 1)
    await stage.open.close()
    return [...commands, ...imports, ...scale]
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
