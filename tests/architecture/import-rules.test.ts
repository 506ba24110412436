import { rmSync } from "node:fs"
import { afterAll, describe, expect, it } from "vitest"
import configuration from "../../.dependency-cruiser.mjs"
import { cruise, root } from "./cruise"
import { featureGraph, findCircle } from "./feature-graph"
import { planted, plantTree } from "./planted-tree"

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

function cruisePlanted(imports: [string, string][]) {
  const folder = plantTree(imports)
  folders.push(folder)
  return cruise(folder)
}

describe("the import direction", () => {
  const graph = cruise(root)

  it("was read from a whole source tree", () => {
    // With a TypeScript it does not know, the tool finds nothing and is content.
    expect(graph.ownModules).toBeGreaterThan(100)
    expect(graph.modules.flatMap((module) => module.dependencies).length).toBeGreaterThan(200)
  })

  it("is kept everywhere", () => {
    expect(graph.violations.map(({ rule, from, to }) => `${rule}: ${from} → ${to}`)).toEqual([])
  })

  it("has no circle of features", () => {
    expect(findCircle(featureGraph(graph.modules))?.join(" → ")).toBeUndefined()
  })
})

describe("the rules themselves", () => {
  const names = configuration.forbidden.map((rule) => rule.name)
  const graph = cruisePlanted(Object.values(planted))

  it("each have a planted violation", () => {
    expect([...names].sort()).toEqual(["no-cycles", ...Object.keys(planted)].sort())
  })

  it.each(Object.entries(planted))("%s is found", (rule, [file]) => {
    expect(
      graph.violations.filter((violation) => violation.from === file).map((violation) => violation.rule),
    ).toContain(rule)
  })

  it("leave an innocent tree alone", () => {
    const innocent: [string, string][] = [
      ["server/scoring/rank-items.ts", "@/server/backlog/create-item"],
      ["server/scoring/domain/score.ts", "@/server/backlog/domain/item"],
      ["components/backlog/list.ts", "@/server/backlog/domain/item"],
      ["server/kernel/jobs.ts", "pg-boss"],
      ["server/backlog/store-item.ts", "@/server/backlog/internal/fetch-item"],
      ["components/charts/line.ts", "recharts"],
      ["tests/some.test.ts", "@/db/client"],
    ]
    expect(cruisePlanted(innocent).violations).toEqual([])
  })

  it("find circles of files and of features", () => {
    const { violations, modules } = cruisePlanted([
      ["server/backlog/a.ts", "@/server/backlog/b"],
      ["server/backlog/b.ts", "@/server/backlog/a"],
      ["server/scoring/score.ts", "@/server/products/get-product"],
      ["server/products/get-product.ts", "@/server/audit/list-events"],
      ["server/audit/list-events.ts", "@/server/scoring/rank"],
      ["server/scoring/rank.ts", "@/server/kernel/clock"],
    ])
    expect(violations.map((violation) => violation.rule)).toContain("no-cycles")
    const circle = findCircle(featureGraph(modules)) ?? []
    expect([...new Set(circle)].sort()).toEqual(["audit", "products", "scoring"])
  })
})
