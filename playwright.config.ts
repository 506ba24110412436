import { defineConfig, devices } from "@playwright/test"

const report = process.env.PLAYWRIGHT_JSON
const port = Number(process.env.PLUMBLINE_E2E_PORT ?? 3100)
const firstRunPort = port + 1
/** One demo for each worker: tests change it. */
const demoPorts = [port, port + 9]
const addressOf = (ofPort: number) => `http://localhost:${ofPort}`
const node = "exec node_modules/.bin/node"

/** A production server on an empty data directory of its own. */
function freshServer(name: string, command: string, ownPort: number) {
  const home = `test-results/home-${name}`
  return {
    command: `rm -rf ${home} && ${node} ${command}`,
    url: `${addressOf(ownPort)}/api/health`,
    env: {
      PORT: String(ownPort),
      AUTH_URL: addressOf(ownPort),
      PLUMBLINE_HOME: home,
      PLUMBLINE_DEMO_PASSWORD: "plumb-line-demo-1",
    },
    timeout: 300_000,
    stdout: "pipe" as const,
    gracefulShutdown: { signal: "SIGTERM" as const, timeout: 10_000 },
  }
}

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results/e2e",
  workers: demoPorts.length,
  // Generous: on a busy machine a slow page is no failure.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  reporter: report ? [["list"], ["json", { outputFile: report }]] : [["list"]],
  use: {
    ...devices["Desktop Chrome"],
    locale: "en-GB",
    timezoneId: "UTC",
    launchOptions: { executablePath: process.env.PLUMBLINE_CHROMIUM ?? "/usr/bin/chromium" },
  },
  metadata: {
    demoURLs: demoPorts.map(addressOf),
    firstRunURL: addressOf(firstRunPort),
    demoPassword: "plumb-line-demo-1",
  },
  webServer: [
    ...demoPorts.map((demoPort, n) => freshServer(`demo-${n}`, "server/cli/demo.mjs", demoPort)),
    // Migrated and not seeded: for the page that makes the first workspace.
    freshServer("first-run", "server/cli/start.mjs", firstRunPort),
  ],
})
