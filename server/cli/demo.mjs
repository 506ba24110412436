// `npm run demo`: from a fresh clone to a seeded server. Starts on Node 20, before anything is installed;
// whatever it starts runs on the Node that npm installed with the project.
import { buildApp } from "./lib/build-app.mjs"
import { dependenciesAreInstalled, installDependencies, installRemedy } from "./lib/install-dependencies.mjs"
import { chosenPort, migrate, requireFreePort, serve, stopStepsOnSignals } from "./lib/launch.mjs"
import { duration } from "./lib/run-command.mjs"
import { explain, runEntryPoint, step } from "./lib/steps.mjs"

const started = Date.now()
// A demo on DATABASE_URL needs no secrets from the environment: missing ones are made once and kept in PLUMBLINE_HOME.
process.env.PLUMBLINE_KEEP_SECRETS ??= "1"

async function demo() {
  const port = chosenPort()
  await requireFreePort(port, "npm run demo")
  stopStepsOnSignals()
  if (!dependenciesAreInstalled()) {
    await step("Installing dependencies (about a minute, once)", installRemedy, installDependencies)
  }
  await step(
    "Building the pages (about a minute after a change)",
    "Read the messages above; `npm run check -- --only=types` often says more.",
    buildApp,
  )
  await migrate()
  const seed = await step("Preparing the demo workspace", seedRemedy, () =>
    runEntryPoint("server/cli/seed.ts", ["demo"]),
  )
  return serve(port, (url) => {
    console.log(`\n${seed.output.trim()}\n`)
    console.log(
      `Plumbline is ready at ${url} (${duration(Date.now() - started)}). Ctrl-C stops it; the data stays.`,
    )
  })
}

const seedRemedy =
  "Read the message above. To begin again with an empty embedded database, move the data directory " +
  "(PLUMBLINE_HOME, by default .plumbline) away."

process.exit(await demo().catch(explain))
