import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import os from "node:os"
import path from "node:path"
import { describe, expect, it } from "vitest"
import { root } from "../cruise"
import { clientScripts, firstLoadSizes, scriptsWith } from "./built-chunks"

const built = existsSync(path.join(root, ".next/BUILD_ID"))
const unless = built ? "" : " (SKIPPED: there is no build, run `npm run build`)"

/** Drivers, ORM, queue, password hashing and secrets: none may reach a browser. */
const serverOnly = ["drizzle", "pglite", "pg-boss", "argon2", "AUTH_SECRET", "PLUMBLINE_AUDIT_KEY"]
const backlog = /\/backlog$/
const backlogLimit = 260_000

describe("what a browser gets", () => {
  it.skipIf(!built)(`has nothing of the server in it${unless}`, () => {
    expect(clientScripts(root).length).toBeGreaterThan(5)
    expect(scriptsWith(root, serverOnly)).toEqual([])
  })

  it.skipIf(!built)(`is at most 260 kB of gzipped script for the backlog${unless}`, () => {
    const sizes = [...firstLoadSizes(root)].filter(([route]) => backlog.test(route))
    expect(sizes.map(([route]) => route)).toHaveLength(1)
    expect(sizes[0]?.[1]).toBeLessThanOrEqual(backlogLimit)
  })

  it("would be noticed if it held a driver", () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), "plumbline-bundle-"))
    mkdirSync(path.join(folder, ".next/static/chunks"), { recursive: true })
    writeFileSync(path.join(folder, ".next/static/chunks/a.js"), 'Symbol.for("drizzle:Name")')
    expect(scriptsWith(folder, serverOnly)).toEqual([{ script: ".next/static/chunks/a.js", word: "drizzle" }])
    rmSync(folder, { recursive: true })
  })
})
