// `npm run check`: everything that must hold, on a fresh clone. Starts on Node 20, before anything is installed.
// `--only=lint,unit` runs a selection. The last line is "N passed, N failed, N skipped".
import { checkSteps, reports } from "./lib/check-steps.mjs"
import { dependenciesAreInstalled, installDependencies, installRemedy } from "./lib/install-dependencies.mjs"
import { duration, stopCommands, tail } from "./lib/run-command.mjs"
import { runSteps } from "./lib/schedule.mjs"
import { installSystemPackages } from "./lib/system-packages.mjs"
import { summarise } from "./lib/test-report.mjs"

const kept = new Set(["PLUMBLINE_CHROMIUM", "PLUMBLINE_POSTGRES_BIN"])

/** The person's own databases and secrets must not be reached by a test. */
function forgetOwnSettings() {
  for (const name of Object.keys(process.env)) {
    const ours = /^(DATABASE_|TEST_|AUTH_|PLUMBLINE_|PORT$|NODE_ENV$)/.test(name)
    if (ours && !kept.has(name)) delete process.env[name]
  }
}

function selectedSteps() {
  const option = process.argv.slice(2).find((argument) => argument.startsWith("--only="))
  if (!option) return checkSteps
  const names = option.slice("--only=".length).split(",")
  const unknown = names.filter((name) => !checkSteps.some((step) => step.name === name))
  if (unknown.length === 0) return checkSteps.filter((step) => names.includes(step.name))
  console.error(
    `No step is called ${unknown.join(", ")}. Steps: ${checkSteps.map((step) => step.name).join(", ")}.`,
  )
  return []
}

async function prepare(steps) {
  const wanted = [
    ...(steps.some((step) => step.name === "e2e") ? ["chromium"] : []),
    ...(steps.some((step) => step.name === "postgres") ? ["postgres"] : []),
  ]
  const installed = dependenciesAreInstalled()
  if (!installed) console.log("Installing dependencies …")
  const [system, npm] = await Promise.all([
    installSystemPackages(wanted),
    installed ? { code: 0, output: "", ms: 0 } : installDependencies(),
  ])
  if (system.output && !(system.code === 0 && !system.skipped)) console.log(system.output)
  if (!system.skipped)
    console.log(`System packages: ${system.code === 0 ? "installed" : "failed"} (${duration(system.ms)})`)
  if (npm.code === 0) return true
  console.log(`${tail(npm.output)}\n${installRemedy}`)
  return false
}

function report(step, result) {
  const numbers = `${result.passed} passed, ${result.failed} failed, ${result.skipped.length} skipped`
  const verdict = result.failed > 0 ? "FAIL" : result.passed > 0 ? "ok  " : "skip"
  console.log(`${verdict}  ${step.name.padEnd(9)} ${step.title}: ${numbers} (${duration(result.ms)})`)
  if (result.failed > 0) {
    const failures = result.failures ?? []
    for (const failure of failures) console.log(indent(`failed: ${failure}`))
    // A step with no tests of its own, or an end that no test explains.
    if (!failures.some((failure) => failure.includes("\n")))
      console.log(indent(tail(result.output ?? "", 60)))
    console.log(`      Whole log: ${reports}/${step.name}.log`)
  }
}

function indent(text) {
  return text.replaceAll(/^/gm, "      ")
}

async function check() {
  const started = Date.now()
  const steps = selectedSteps()
  const ready = steps.length > 0 && (await prepare(steps))
  const results = ready
    ? await runSteps(steps, { onResult: report })
    : [{ passed: 0, failed: 1, skipped: [] }]
  console.log(`\nTook ${duration(Date.now() - started)}.`)
  for (const reason of new Set(results.flatMap((result) => result.skipped))) console.log(`skipped: ${reason}`)
  const { line, ok } = summarise(results)
  console.log(line)
  return ok ? 0 : 1
}

for (const [signal, code] of [
  ["SIGINT", 130],
  ["SIGTERM", 143],
]) {
  process.once(signal, () => {
    stopCommands()
    process.exit(code)
  })
}

forgetOwnSettings()
process.exitCode = await check()
