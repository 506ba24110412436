import { createHash } from "node:crypto"
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import path from "node:path"
import { projectNode, root } from "./project.mjs"
import { run } from "./run-command.mjs"

const stamp = path.join(root, ".next", "plumbline-build")
const folders = ["app", "components", "db", "public", "server"]
const files = ["next.config.js", "next.config.mjs", "next.config.ts", "package-lock.json", "tsconfig.json"]
const styles = ["postcss.config.js", "postcss.config.mjs", "instrumentation.ts", "proxy.ts"]

/** True when `.next` was built from the sources as they are now. */
export function buildIsCurrent() {
  return existsSync(stamp) && readFileSync(stamp, "utf8") === sourceHash()
}

/** Builds for production unless the sources are unchanged. Answers `{ code, output, ms, skipped }`. */
export async function buildApp(options = {}) {
  if (buildIsCurrent()) return { code: 0, output: "Unchanged since the last build.\n", ms: 0, skipped: true }
  rmSync(stamp, { force: true })
  // Taken first: an edit during the build must make the next start build again.
  const hash = sourceHash()
  const next = path.join(root, "node_modules", "next", "dist", "bin", "next")
  const env = { NODE_ENV: "production", ...options.env }
  const result = await run(projectNode(), [next, "build"], { ...options, env })
  if (result.code === 0) writeFileSync(stamp, hash)
  return { ...result, skipped: false }
}

function sourceHash() {
  const hash = createHash("sha256")
  for (const file of [...folders.flatMap(listFiles), ...files, ...styles]) {
    const absolute = path.join(root, file)
    if (!existsSync(absolute)) continue
    hash.update(`${file}\0`).update(readFileSync(absolute)).update("\0")
  }
  for (const [name, value] of Object.entries(process.env).sort()) {
    if (name.startsWith("NEXT_PUBLIC_")) hash.update(`${name}=${value}\0`)
  }
  return hash.digest("hex")
}

function listFiles(folder) {
  const absolute = path.join(root, folder)
  if (!existsSync(absolute)) return []
  return readdirSync(absolute, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath ?? entry.path, entry.name)))
    .sort()
}
