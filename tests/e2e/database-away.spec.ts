import { expect } from "@playwright/test"
import { test } from "../support/browser-test"
import { startPostgres } from "../support/postgres-server.mjs"
import { startServer } from "../support/start-server"
import { openGate } from "../support/tcp-gate"

test("without its database the server says so on a clear page, and goes on by itself", async ({ page }) => {
  test.setTimeout(180_000)
  const postgres = await startPostgres()
  const gate = await openGate({ host: "127.0.0.1", port: postgres.port })
  const url = new URL(postgres.url)
  url.port = String(gate.port)
  const env = { DATABASE_URL: url.href, PLUMBLINE_KEEP_SECRETS: "1" }
  // Migrates first, so that what is shut out later is a working database.
  const server = await startServer(3126, env)
  try {
    await page.goto(server.url)
    await expect(page).toHaveURL(/\/set-up$/)

    await gate.shut()
    await expect
      .poll(async () => (await page.request.get(`${server.url}/api/health`)).status(), { timeout: 30_000 })
      .toBe(503)
    const answer = await page.goto(server.url)
    expect(answer?.status()).toBe(503)
    await expect(page.getByRole("heading", { name: "The database cannot be reached" })).toBeVisible()

    await gate.open()
    await expect(page).toHaveURL(/\/set-up$/, { timeout: 30_000 })
  } finally {
    await server.stop()
    await gate.shut().catch(() => {})
    await postgres.stop()
  }
})
