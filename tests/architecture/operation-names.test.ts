import path from "node:path"
import { describe, expect, it } from "vitest"
import { readProjectFile, sourceFiles } from "./project-files"

type Operation = { file: string; exported: string; name: string }

const kebab = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

function operationsOf(file: string): Operation[] {
  const pattern = /export const (\w+) = (?:command|query)\(\s*"([^"]+)"/g
  return [...readProjectFile(file).matchAll(pattern)].map((match) => ({
    file,
    exported: match[1] ?? "",
    name: match[2] ?? "",
  }))
}

/** One word everywhere: `server/backlog/create-item.ts` exports `createItem`, the procedure `backlog.createItem`. */
function expectedName({ file, exported }: Operation): string {
  return `${path.dirname(file).replace("server/", "")}.${exported}`
}

describe("operations", () => {
  const files = sourceFiles().filter((file) => /^server\/(?!kernel|cli)[^/]+\/[^/]+\.ts$/.test(file))
  const operations = files.flatMap(operationsOf)

  it("are found", () => {
    expect(operations.length).toBeGreaterThan(10)
  })

  it("are named like their file, export and feature", () => {
    const odd = operations.filter(
      (operation) =>
        operation.name !== expectedName(operation) ||
        path.basename(operation.file) !== `${kebab(operation.exported)}.ts`,
    )
    expect(odd).toEqual([])
  })

  it("have unique names", () => {
    const names = operations.map((operation) => operation.name)
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  })
})
