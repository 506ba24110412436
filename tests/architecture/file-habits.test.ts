import path from "node:path"
import { describe, expect, it } from "vitest"
import { readProjectFile, sourceFiles } from "./project-files"

const vague = new Set([
  "utils",
  "util",
  "helpers",
  "helper",
  "common",
  "misc",
  "types",
  "constants",
  "shared",
])
/** drizzle-kit and the client need all tables in one place. */
const allowedBarrels = new Set(["db/schema/index.ts"])

const files = sourceFiles()

function stem(file: string): string {
  return path.basename(file).split(".")[0] ?? ""
}

/** True when a file only passes on what others export. */
function isBarrel(text: string): boolean {
  const code = text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "").trim()
  const rest = code.replaceAll(/^(import|export)\s[^"']*?\sfrom\s+["'][^"']+["'];?\s*$/gm, "").trim()
  return code !== "" && rest === "" && /^export\s/m.test(code)
}

/** Lines the compiler or the linter was told to overlook. */
function suppressions(text: string): string[] {
  const words = [
    "biome-" + "ignore",
    "@ts-" + "ignore",
    "@ts-" + "nocheck",
    "@ts-" + "expect-error",
    "eslint-" + "disable",
  ]
  return words.filter((word) => text.includes(word))
}

describe("files", () => {
  it("are many enough for this test to mean something", () => {
    expect(files.length).toBeGreaterThan(100)
  })

  it("have at most 400 lines, tests 600", () => {
    const tooLong = files
      .map((file) => ({ file, lines: readProjectFile(file).split("\n").length - 1 }))
      .filter(({ file, lines }) => lines > (file.startsWith("tests/") ? 600 : 400))
    expect(tooLong).toEqual([])
  })

  it("are named for what they hold", () => {
    expect(files.filter((file) => vague.has(stem(file)))).toEqual([])
  })

  it("are named in kebab case", () => {
    const odd = files.filter((file) => !/^\.?[a-z0-9[\]]+(-[a-z0-9]+)*$/.test(stem(file).replace(/^\./, "")))
    expect(odd.filter((file) => stem(file) !== "")).toEqual([])
  })

  it("do not only pass on what others export", () => {
    const code = files.filter((file) => /\.(tsx?|mjs)$/.test(file) && !allowedBarrels.has(file))
    const barrels = code.filter(
      (file) => /^index\.tsx?$/.test(path.basename(file)) || isBarrel(readProjectFile(file)),
    )
    expect(barrels).toEqual([])
  })

  it("suppress no warning", () => {
    const found = files
      .map((file) => ({ file, words: suppressions(readProjectFile(file)) }))
      .filter(({ words }) => words.length > 0)
    expect(found).toEqual([])
  })
})

describe("the barrel detector", () => {
  it("finds files that only pass on", () => {
    expect(isBarrel('// all\nexport * from "./a"\nexport { b,\n  c } from "./b"\n')).toBe(true)
    expect(isBarrel('import { a } from "./a"\nexport const b = a\n')).toBe(false)
    expect(isBarrel('import "./side-effect"\n')).toBe(false)
  })
})
