import { spawn } from "node:child_process"
import { once } from "node:events"
import { rmSync } from "node:fs"

async function answers(url: string): Promise<boolean> {
  return fetch(`${url}/api/health`).then(
    (response) => response.ok,
    () => false,
  )
}

/**
 * Starts the built application on a free port and an empty data directory of its own, for a test that needs other
 * settings than the demos have.
 */
export async function startServer(port: number, env: Record<string, string> = {}) {
  const url = `http://localhost:${port}`
  if (await answers(url)) throw new Error(`Something else answers on port ${port}`)
  const home = `test-results/home-${port}`
  rmSync(home, { recursive: true, force: true })
  const own = { PORT: String(port), AUTH_URL: url, PLUMBLINE_HOME: home, NODE_ENV: "production" as const }
  const server = spawn("node_modules/.bin/node", ["server/cli/start.mjs"], {
    env: { ...process.env, ...own, ...env },
    stdio: ["ignore", "inherit", "inherit"],
  })
  const stop = async () => {
    if (server.exitCode !== null) return
    server.kill("SIGTERM")
    await once(server, "exit")
  }
  for (let seconds = 0; seconds < 120; seconds++) {
    if (await answers(url)) return { url, stop }
    if (server.exitCode !== null) break
    await new Promise((later) => setTimeout(later, 1000))
  }
  await stop()
  throw new Error(`The server on port ${port} did not start`)
}
