import { spawnSync } from "node:child_process"
import { existsSync } from "node:fs"
import path from "node:path"

export const root = path.resolve(import.meta.dirname, "../..")

export type Module = { source: string; dependencies: { resolved: string; circular: boolean }[] }
export type Violation = { rule: string; from: string; to: string }
export type Graph = { modules: Module[]; violations: Violation[]; ownModules: number }

type Report = {
  modules: Module[]
  summary: { violations: { from: string; to: string; rule: { name: string } }[] }
}

/** Reads the import graph of a checkout (or of a planted one) and judges it by the project's rules. */
export function cruise(folder: string): Graph {
  const tool = path.join(root, "node_modules/dependency-cruiser/bin/dependency-cruiser.mjs")
  const rules = path.join(root, ".dependency-cruiser.mjs")
  const sources = ["app", "components", "db", "server", "tests"].filter((name) =>
    existsSync(path.join(folder, name)),
  )
  const args = [tool, "--config", rules, "--output-type", "json", ...sources]
  const { stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 256 * 1024 * 1024,
  })
  // The exit code is no judgement: it counts violations. Without a report there is nothing to judge.
  if (!stdout.startsWith("{")) throw new Error(`dependency-cruiser failed:\n${stdout}${stderr}`)
  const report = JSON.parse(stdout) as Report
  const violations = report.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }))
  const ownModules = report.modules.filter((module) =>
    /^(app|components|db|server)\//.test(module.source),
  ).length
  return { modules: report.modules, violations, ownModules }
}
