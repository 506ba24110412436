import { test as base } from "@playwright/test"

/** A browser test. Each worker has a demo of its own (see playwright.config.ts), so files run side by side. */
export const test = base.extend({
  baseURL: async ({ browserName: _ }, use, info) => {
    const urls: string[] = info.config.metadata.demoURLs
    await use(urls[info.parallelIndex % urls.length])
  },
})
