import { test as base, type Page, type TestInfo } from "@playwright/test"

/** Whether React has taken over what the server sent: before that a click or a key does nothing. */
function isAlive(): boolean {
  const controls = document.querySelectorAll("button, a[href], input:not([type=hidden]), select, textarea")
  const taken = (control: Element) => Object.keys(control).some((key) => key.startsWith("__reactProps"))
  return !("__next_f" in window) || [...controls].every(taken)
}

/** A person looks before they click: opening and loading a page again wait until it has come alive. */
function waitUntilAlive(page: Page): void {
  for (const way of ["goto", "reload"] as const) {
    const go = page[way].bind(page) as (...options: unknown[]) => ReturnType<Page["goto"]>
    page[way] = async (...options: unknown[]) => {
      const response = await go(...options)
      await page.waitForFunction(isAlive, undefined, { timeout: 60_000 })
      return response
    }
  }
}

/** The address of the demo that belongs to a worker. */
export const demoOf = ({ config, parallelIndex }: Pick<TestInfo, "config" | "parallelIndex">): string =>
  config.metadata.demoURLs[parallelIndex % config.metadata.demoURLs.length]

/** A browser test. Each worker has a demo of its own (see playwright.config.ts), so files run side by side. */
export const test = base.extend<object, { patience: undefined }>({
  baseURL: async ({ browserName: _ }, use, info) => {
    await use(demoOf(info))
  },
  patience: [
    async ({ browser }, use) => {
      const newContext = browser.newContext.bind(browser)
      browser.newContext = async (options) => {
        const context = await newContext(options)
        context.on("page", waitUntilAlive)
        return context
      }
      await use(undefined)
    },
    { scope: "worker", auto: true },
  ],
})
