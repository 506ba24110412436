import { describe, expect, it } from "vitest"
import { projectFiles, readProjectFile } from "./project-files"

/** Put together here, so that this file does not contain what it looks for. */
const word = (...parts: string[]) => parts.join("")
const forbidden = [
  new RegExp(word("(^|[^A-Za-z0-9_.\\]])/wo", "rk/(main|shared|\\.)")),
  new RegExp(word("/tmp/(pl", "an|bash_jobs)")),
  new RegExp(word("regis", "try\\.(npmjs|yarnpkg)\\.")),
  new RegExp(word("(^|\\n)\\s*(//[^\\n]*:_auth", "Token|regis", "try=)")),
  new RegExp(word('"resol', 'ved": "http')),
]

function findings(text: string): string[] {
  return forbidden.flatMap((pattern) => pattern.exec(text)?.[0] ?? [])
}

describe("no file of the project", () => {
  it("mentions the machine or the registry it was made with", () => {
    const found = projectFiles()
      .filter((file) => !/\.(png|ico|woff2|gz|pdf|jpg)$/.test(file))
      .map((file) => ({ file, found: findings(readProjectFile(file)) }))
      .filter((entry) => entry.found.length > 0)
    expect(found).toEqual([])
  })

  it("could do so unnoticed", () => {
    expect(findings(word("cd /wo", "rk/main"))).toHaveLength(1)
    expect(findings(word("https://regis", "try.npmjs.org/zod"))).toHaveLength(1)
    expect(findings("app/work/main and ../shared/data")).toEqual([])
  })
})
