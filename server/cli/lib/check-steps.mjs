import { rmSync } from "node:fs"
import path from "node:path"
import { startPostgres } from "../../../tests/support/postgres-server.mjs"
import { buildApp } from "./build-app.mjs"
import { projectNode, root } from "./project.mjs"
import { run } from "./run-command.mjs"
import { findChromium, missing } from "./system-packages.mjs"
import { countPlaywright, countVitest, readReport } from "./test-report.mjs"

/** Logs and reports of the steps; ignored by git. */
export const reports = path.join(root, "test-results", "check")
const limit = 30 * 60_000

const vitestMain = "node_modules/vitest/vitest.mjs"
const playwrightMain = "node_modules/@playwright/test/cli.js"

/** The steps of `npm run check`, in the order they start on two cores. */
export const checkSteps = [
  { name: "types", title: "types", run: checkTypes },
  {
    name: "lint",
    title: "format and lint",
    run: () => checkBy("lint", "biome", ["ci", "--error-on-warnings", "--colors=off", "."]),
  },
  { name: "build", title: "production build", after: ["types"], run: checkBuild },
  { name: "knip", title: "nothing unused", run: () => checkBy("knip", "knip", ["--no-progress"]) },
  { name: "unit", title: "unit and architecture tests", run: () => vitest("unit") },
  { name: "pglite", title: "server tests on PGlite", run: () => vitest("server", "pglite") },
  { name: "bundle", title: "what the browser gets", needs: ["build"], run: () => vitest("bundle") },
  { name: "postgres", title: "server tests on PostgreSQL", run: testOnPostgres },
  { name: "e2e", title: "browser tests", needs: ["build"], alone: true, run: testInBrowser },
]

/** A check without tests of its own counts as one. */
function asOne({ code, output, ms }) {
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: [], output, ms }
}

async function checkBy(name, command, args) {
  return asOne(await run(command, args, { logFile: logFile(name), timeoutMs: limit }))
}

async function checkTypes() {
  // Writes next-env.d.ts and the route types that the compiler is asked to read.
  const routes = await checkBy("typegen", projectNode(), ["node_modules/next/dist/bin/next", "typegen"])
  if (routes.failed) return routes
  const types = await checkBy("types", projectNode(), ["node_modules/typescript7/bin/tsc", "--noEmit"])
  return { ...types, ms: routes.ms + types.ms }
}

async function checkBuild() {
  return asOne(await buildApp({ logFile: logFile("build"), timeoutMs: limit }))
}

async function vitest(project, name = project, env = {}) {
  const report = reportFile(name)
  const result = await run(projectNode(), [vitestMain, "run", "--project", project], {
    env: { VITEST_JSON: report, NO_COLOR: "1", ...env },
    logFile: logFile(name),
    timeoutMs: limit,
  })
  return { ...result, ...readReport(report, countVitest, result.code) }
}

async function testOnPostgres() {
  const absent = missing("postgres")
  if (absent) return absent
  const server = await startPostgres()
  try {
    return await vitest("server", "postgres", {
      TEST_DATABASE_URL: server.url,
      TEST_ADMIN_DATABASE_URL: server.adminUrl,
    })
  } finally {
    await server.stop()
  }
}

async function testInBrowser() {
  const absent = missing("chromium")
  if (absent) return absent
  const report = reportFile("e2e")
  const result = await run(projectNode(), [playwrightMain, "test"], {
    env: { PLAYWRIGHT_JSON: report, PLUMBLINE_CHROMIUM: findChromium(), FORCE_COLOR: "0" },
    logFile: logFile("e2e"),
    timeoutMs: limit,
  })
  return { ...result, ...readReport(report, countPlaywright, result.code) }
}

function logFile(name) {
  return path.join(reports, `${name}.log`)
}

function reportFile(name) {
  const file = path.join(reports, `${name}.json`)
  rmSync(file, { force: true })
  return file
}
