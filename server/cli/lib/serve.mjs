import { spawn } from "node:child_process"
import net from "node:net"
import { childEnvironment, projectNode, root } from "./project.mjs"

const shutdownLimit = 8_000

/** True when nothing listens on the port, on any interface. */
export async function portIsFree(port) {
  for (const host of ["0.0.0.0", "::"]) {
    const code = await listenError(port, host)
    if (code === "EADDRINUSE" || code === "EACCES") return false
  }
  return true
}

/** Starts a TypeScript entry point that runs until stopped; its output is ours. */
export function startEntryPoint(file, env) {
  // A group of its own: Ctrl-C reaches it once, through `untilStopped`, not twice.
  return spawn(projectNode(), ["--import", "tsx", file], {
    cwd: root,
    env: childEnvironment({ NODE_ENV: "production", ...env }),
    stdio: ["ignore", "inherit", "inherit"],
    detached: true,
  })
}

/** Waits until the health check answers 200; false when the process ended or `limitMs` passed. */
export async function untilHealthy(child, url, limitMs = 60_000) {
  const end = Date.now() + limitMs
  while (Date.now() < end) {
    if (child.exitCode !== null || child.signalCode !== null) return false
    const ok = await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(2_000) }).then(
      (response) => response.body?.cancel().then(() => response.ok),
      () => false,
    )
    if (ok) return true
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return false
}

/** Passes signals on to the child and answers the exit code to leave with: 0 when it was asked to stop. */
export function untilStopped(child) {
  let asked = false
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => {
      if (asked) return
      asked = true
      child.kill(signal === "SIGHUP" ? "SIGTERM" : signal)
      setTimeout(() => child.kill("SIGKILL"), shutdownLimit).unref()
    })
  }
  return new Promise((resolve) => {
    const end = (code) => resolve(asked ? 0 : (code ?? 1))
    if (child.exitCode !== null || child.signalCode !== null) end(child.exitCode)
    child.on("error", () => end(1))
    child.on("exit", end)
  })
}

function listenError(port, host) {
  return new Promise((resolve) => {
    const probe = net.createServer()
    probe.once("error", (error) => resolve(error.code))
    probe.listen({ port, host, ipv6Only: host === "::" }, () => probe.close(() => resolve(undefined)))
  })
}
