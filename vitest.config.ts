import { fileURLToPath } from "node:url"
import { defineConfig } from "vitest/config"

const report = process.env.VITEST_JSON
const files = (folders: string) => `tests/${folders}/**/*.test.{ts,tsx,mjs}`

export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") } },
  // Components are tested as the compiler emits them, without a plugin.
  oxc: { jsx: { runtime: "automatic" } },
  test: {
    environment: "node",
    env: { TZ: "UTC", NODE_ENV: "test" },
    maxWorkers: 2,
    reporters: report ? ["default", ["json", { outputFile: report }]] : ["default"],
    // next-auth imports "next/server" without its extension, which only a bundler resolves.
    server: { deps: { inline: ["next-auth"] } },
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: [files("{domain,ui,connectors,cli,architecture}")],
          exclude: [files("architecture/bundle")],
          testTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: "server",
          include: [files("{server,regressions}"), "tests/permissions.test.ts"],
          globalSetup: ["tests/support/migrate-once.ts"],
          // Loading the server anew for each file took as long as its tests; every file has a database of its own.
          isolate: false,
          setupFiles: ["tests/support/own-environment.ts"],
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      {
        // Reads `.next`, so it runs after a build.
        extends: true,
        test: { name: "bundle", include: [files("architecture/bundle")] },
      },
    ],
  },
})
