// `npm start`: serves an existing build, for containers and own servers. Migrates first, seeds nothing.
import { chosenPort, migrate, requireFreePort, serve, stopStepsOnSignals } from "./lib/launch.mjs"
import { explain } from "./lib/steps.mjs"

async function start() {
  const port = chosenPort()
  await requireFreePort(port, "npm start")
  stopStepsOnSignals()
  await migrate()
  return serve(port, (url) => console.log(`Plumbline is ready at ${url}.`))
}

process.exit(await start().catch(explain))
