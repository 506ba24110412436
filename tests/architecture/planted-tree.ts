import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs"
import os from "node:os"
import path from "node:path"

/** One import that breaks each rule: rule → [file, what it imports]. */
export const planted: Record<string, [string, string]> = {
  resolvable: ["server/backlog/lost.ts", "@/server/backlog/nowhere"],
  "domain-is-pure": ["server/backlog/domain/impure.ts", "node:fs"],
  "schema-knows-domain": ["db/schema/nosy.ts", "@/server/kernel/clock"],
  "db-knows-domain": ["db/nosy.ts", "@/server/kernel/clock"],
  "seed-is-a-leaf": ["server/backlog/seeded.ts", "@/db/seed/demo"],
  "one-door-to-the-driver": ["server/backlog/second-pool.ts", "postgres"],
  "one-door-to-the-adapter": ["server/kernel/second-adapter.ts", "drizzle-orm/pglite"],
  "one-door-to-the-client": ["server/backlog/outside-a-transaction.ts", "@/db/client"],
  "one-door-to-the-queue": ["server/backlog/own-queue.ts", "pg-boss"],
  "kernel-knows-no-feature": ["server/kernel/curious.ts", "@/server/backlog/create-item"],
  "features-stay-below-root": ["server/backlog/upwards.ts", "@/server/root"],
  "internals-are-private": ["server/scoring/peek.ts", "@/server/backlog/internal/fetch-item"],
  "internals-are-private-above": ["app/peek.ts", "@/server/backlog/internal/fetch-item"],
  "adapters-only-in-root": ["server/scoring/borrowed-router.ts", "@/server/backlog/router"],
  "connectors-know-the-contract": ["server/connectors/tracker/coupled.ts", "@/server/kernel/clock"],
  "browser-gets-domain-only": ["components/backlog/heavy.ts", "@/server/backlog/create-item"],
  "components-are-composed-by-app": ["components/backlog/composes.ts", "@/app/page"],
  "primitives-know-nothing": ["components/ui/knowing.ts", "@/server/backlog/domain/item"],
  "charts-own-recharts": ["components/backlog/chart.ts", "recharts"],
  "app-never-touches-db": ["app/query.ts", "@/db/schema/backlog"],
  "nothing-knows-tests": ["server/backlog/tested.ts", "@/tests/support/world"],
  "no-development-packages": ["server/backlog/dev-only.ts", "fast-check"],
}

const neighbours = [
  "app/page.ts",
  "db/client.ts",
  "db/schema/backlog.ts",
  "db/seed/demo.ts",
  "server/root.ts",
  "server/kernel/clock.ts",
  "server/backlog/create-item.ts",
  "server/backlog/router.ts",
  "server/backlog/domain/item.ts",
  "server/backlog/internal/fetch-item.ts",
  "tests/support/world.ts",
]
const packages = ["postgres", "pg-boss", "recharts", "fast-check", "drizzle-orm/pglite"]

/** Writes a small checkout to a temporary folder: `imports` maps files to what they import. */
export function plantTree(imports: [string, string][]): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), "plumbline-planted-"))
  const write = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
    writeFileSync(path.join(folder, file), text)
  }
  write("package.json", JSON.stringify({ type: "module", devDependencies: { "fast-check": "1" } }))
  write("tsconfig.json", JSON.stringify({ compilerOptions: { paths: { "@/*": ["./*"] } } }))
  for (const name of packages) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, main: "index.js" }))
    write(`node_modules/${name}/index.js`, "export const it = 1\n")
  }
  for (const file of neighbours) write(file, "export const it = 1\n")
  for (const [file, target] of imports)
    write(file, `import * as it from "${target}"\nexport const mine = it\n`)
  return folder
}
