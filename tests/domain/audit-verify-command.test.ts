import { execFile } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join, resolve } from "node:path"
import { promisify } from "node:util"
import { afterAll, describe, expect, it } from "vitest"
import { auditVerify } from "@/server/cli/audit-verify"
import * as sample from "./audit-sample"

const folder = mkdtempSync(join(tmpdir(), "audit-verify-"))
afterAll(() => rmSync(folder, { recursive: true }))

const save = (name: string, content: string): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const key = sample.newKey()
const chain = sample.sampleChain(12)
const lines = await sample.exportOf(chain, [12], key)
const good = save("good.ndjson", `${lines.join("\n")}\n`)
const keyFile = save("audit.key", `${sample.keyText(key)}\n`)
const checkpoint = save("audit.checkpoint", sample.noteOver(chain, 7, key))

describe("plumbline audit verify", () => {
  it("prints a verdict and what it does not prove", async () => {
    const { code, text } = await auditVerify([good])
    expect(code).toBe(0)
    expect(text).toContain("VERIFIED")
    expect(text).toContain("12 records (1 to 12)")
    expect(text).toContain("keys named in the file itself")
    expect(text).toContain("It does not show:")
  })

  it("takes a key and a checkpoint held outside", async () => {
    const { code, text } = await auditVerify([good, "--key", keyFile, "--checkpoint", checkpoint])
    expect([code, text]).toEqual([0, expect.stringContaining("Agrees with 1 checkpoint held by you")])
    const other = await auditVerify([good, "--key", sample.keyText(sample.newKey())])
    expect([other.code, other.text]).toEqual([1, expect.stringContaining("bad checkpoint")])
  })

  it("names the first bad record, its line and the reason", async () => {
    const changed = save(
      "bad.ndjson",
      lines.with(5, (lines[5] as string).replace("FUL-5", "FUL-6")).join("\n"),
    )
    const { code, text } = await auditVerify([changed])
    expect(code).toBe(1)
    expect(text).toContain("NOT VERIFIED")
    expect(text).toContain("altered, record 5 (line 6)")
    const json = await auditVerify([changed, "--json"])
    expect(JSON.parse(json.text)).toMatchObject({ ok: false, seq: 5, reason: "altered", line: 6 })
  })

  it.each([
    ["no file", []],
    ["two files", [good, good]],
    ["an unknown option", [good, "--fast"]],
    ["a file that is not there", [join(folder, "absent")]],
    ["a folder", [folder]],
    ["a damaged key", [good, "--key", "nonsense"]],
    ["a checkpoint file that is not there", [good, "--checkpoint", join(folder, "absent")]],
  ])("exits with 2 and the usage for %s", async (_name, args) => {
    const { code, text } = await auditVerify(args)
    expect(code).toBe(2)
    expect(text).toContain("plumbline audit verify FILE")
  })

  it("reports binary rubbish instead of failing", async () => {
    const rubbish = join(folder, "rubbish")
    writeFileSync(rubbish, Buffer.from([0xff, 0xfe, 0x00, 0x0a, 0x80]))
    expect(await auditVerify([rubbish])).toMatchObject({ code: 1 })
    expect(await auditVerify([save("empty", "")])).toMatchObject({ code: 1 })
  })

  it("runs as a program", { timeout: 30_000 }, async () => {
    const program = ["--import", "tsx", "server/cli/plumbline.ts", "audit", "verify"]
    const run = promisify(execFile)
    const { stdout } = await run(process.execPath, [...program, good])
    expect(stdout).toContain("VERIFIED")
    await expect(run(process.execPath, [...program, "absent"])).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining("could not be made"),
    })
  })

  it("loads only Node's own modules and our files", () => {
    const seen = new Set<string>()
    const follow = (file: string): void => {
      if (seen.has(file)) return
      seen.add(file)
      for (const [, typeOnly, from = ""] of readFileSync(file, "utf8").matchAll(
        /^(?:import|export)( type)? [^"]*?from "([^"]+)"/gm,
      )) {
        if (typeOnly !== undefined || from.startsWith("node:")) continue
        expect(from, file).toMatch(/^(\.|@\/)/)
        follow(`${from.startsWith("@/") ? resolve(from.slice(2)) : resolve(dirname(file), from)}.ts`)
      }
    }
    follow(resolve("server/cli/audit-verify.ts"))
    expect(seen.size).toBeGreaterThan(12)
  })
})
