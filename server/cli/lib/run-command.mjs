import { spawn } from "node:child_process"
import { createWriteStream, mkdirSync } from "node:fs"
import path from "node:path"
import { childEnvironment, root } from "./project.mjs"

const running = new Set()

/** Ends every command still running together with what it started. */
export function stopCommands(signal = "SIGINT") {
  for (const child of running) signalGroup(child, signal)
}

/**
 * Runs one command to its end and never throws.
 * Answers `{ code, output, ms, timedOut }`; `output` is both streams in the order they came. `logFile` keeps a copy.
 */
export function run(command, args, { env = {}, logFile, timeoutMs = 0 } = {}) {
  const started = Date.now()
  const chunks = []
  let log
  if (logFile) {
    mkdirSync(path.dirname(logFile), { recursive: true })
    log = createWriteStream(logFile)
  }
  return new Promise((resolve) => {
    // A group of its own, so that a time limit also ends grandchildren (test workers, build workers).
    const child = spawn(command, args, {
      cwd: root,
      env: childEnvironment(env),
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    })
    running.add(child)
    let timedOut = false
    const limit = timeoutMs > 0 ? setTimeout(() => expire(), timeoutMs) : undefined
    function expire() {
      timedOut = true
      signalGroup(child, "SIGINT")
      setTimeout(() => signalGroup(child, "SIGKILL"), 15_000).unref()
    }
    function keep(chunk) {
      chunks.push(chunk)
      log?.write(chunk)
    }
    function finish(code, note = "") {
      clearTimeout(limit)
      running.delete(child)
      if (note) keep(Buffer.from(note))
      log?.end()
      resolve({ code, output: Buffer.concat(chunks).toString("utf8"), ms: Date.now() - started, timedOut })
    }
    child.stdout.on("data", keep)
    child.stderr.on("data", keep)
    child.on("error", (error) => finish(127, `${command}: ${error.message}\n`))
    child.on("close", (code, signal) => {
      if (timedOut) finish(124, `Stopped after ${Math.round(timeoutMs / 1000)} s.\n`)
      else finish(code ?? 128, signal ? `Ended by ${signal}.\n` : "")
    })
  })
}

/** The last lines of an output, for a message. */
export function tail(output, lines = 40) {
  const all = output.trimEnd().split("\n")
  return (all.length > lines ? [`… ${all.length - lines} lines before`, ...all.slice(-lines)] : all).join(
    "\n",
  )
}

/** "0.4 s", "12.3 s" or "2 min 5 s". */
export function duration(ms) {
  if (ms < 99_500) return `${(ms / 1000).toFixed(1)} s`
  return `${Math.floor(ms / 60_000)} min ${Math.round((ms % 60_000) / 1000)} s`
}

function signalGroup(child, signal) {
  try {
    process.kill(-child.pid, signal)
  } catch {
    // It ended by itself in the meantime.
  }
}
