import { existsSync } from "node:fs"
import { findPostgres, installPostgres } from "../../../tests/support/postgres-server.mjs"
import { run, tail } from "./run-command.mjs"

const browsers = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]

/** The browser of the tests; PLUMBLINE_CHROMIUM names one outright. */
export function findChromium() {
  return [process.env.PLUMBLINE_CHROMIUM, ...browsers].find((file) => file && existsSync(file))
}

const needs = {
  chromium: {
    find: findChromium,
    packages: ["chromium", "fonts-liberation"],
    say: "Chromium: apt-get install chromium",
  },
  postgres: { find: findPostgres, packages: ["postgresql"], say: installPostgres },
}

/** Installs what is missing of `names` ("chromium", "postgres") where apt-get may be used; answers what it printed. */
export async function installSystemPackages(names) {
  const packages = names.filter((name) => !needs[name].find()).flatMap((name) => needs[name].packages)
  if (packages.length === 0) return { code: 0, output: "", ms: 0, skipped: true }
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) {
    return {
      code: 0,
      output: `Not root, or no apt-get: cannot install ${packages.join(" ")}.`,
      ms: 0,
      skipped: true,
    }
  }
  const env = { DEBIAN_FRONTEND: "noninteractive" }
  const update = await run("apt-get", ["update", "-q"], { env })
  const install = await run("apt-get", ["install", "-yq", "--no-install-recommends", ...packages], { env })
  return {
    ...install,
    output: `${tail(update.output, 10)}\n${tail(install.output, 20)}`,
    ms: update.ms + install.ms,
  }
}

/** A failed result that says what to install, or undefined when the thing is there. */
export function missing(name) {
  if (needs[name].find()) return undefined
  const output = `Not found. Install it and run this again.\n${needs[name].say}`
  return { passed: 0, failed: 1, skipped: [], output, ms: 0 }
}
