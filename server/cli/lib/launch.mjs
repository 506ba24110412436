import { stopCommands } from "./run-command.mjs"
import { portIsFree, startEntryPoint, untilHealthy, untilStopped } from "./serve.mjs"
import { runEntryPoint, StepFailed, step } from "./steps.mjs"

const databaseRemedy =
  "If DATABASE_URL is set, check that the server answers and the role may create tables. " +
  "If another Plumbline uses the same data directory, stop it or set PLUMBLINE_HOME to another one."

const serverRemedy = "Do what the server's last message says, then run the command again."

let serving = false

/** PORT as a number; throws `StepFailed` where it is not one. */
export function chosenPort() {
  const text = process.env.PORT ?? "3000"
  const port = Number(text)
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port
  throw new StepFailed("Reading PORT", `PORT is "${text}".`, "Set PORT to a number from 1 to 65535.")
}

/** Refuses a port that is taken, before anything slow happens. */
export async function requireFreePort(port, command) {
  if (await portIsFree(port)) return
  const details = `Port ${port} is in use by another program, perhaps by a Plumbline that is already running.`
  throw new StepFailed("Starting", details, `Stop it, or choose another port: PORT=${port + 1} ${command}`)
}

/** Creates or updates the tables. */
export function migrate() {
  return step("Preparing the database", databaseRemedy, () => runEntryPoint("server/cli/migrate.ts"))
}

/** Starts the server; `ready(url)` runs when it answers. Resolves with the exit code when it has stopped. */
export async function serve(port, ready) {
  const url = process.env.AUTH_URL ?? `http://localhost:${port}`
  serving = true
  const server = startEntryPoint("server/web.ts", { PORT: String(port), AUTH_URL: url })
  const stopped = untilStopped(server)
  if (await untilHealthy(server, `http://127.0.0.1:${port}`)) {
    ready(url)
    return stopped
  }
  if (server.exitCode === null && server.signalCode === null) server.kill("SIGKILL")
  const code = await stopped
  if (code === 0) return 0
  throw new StepFailed("Starting the server", `Its messages are above (exit code ${code}).`, serverRemedy)
}

/** Before the server runs, a signal ends the current step and leaves; afterwards the server gets it. */
export function stopStepsOnSignals() {
  for (const [signal, code] of [
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ]) {
    process.once(signal, () => {
      if (serving) return
      stopCommands()
      console.log("stopped")
      process.exit(code)
    })
  }
}
