import { createHash } from "node:crypto"
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import path from "node:path"
import { oldestNode, projectNode, root } from "./project.mjs"
import { run } from "./run-command.mjs"

const stamp = path.join(root, "node_modules", ".plumbline-install")

/** True when node_modules holds what package-lock.json asks for. */
export function dependenciesAreInstalled() {
  return existsSync(stamp) && readFileSync(stamp, "utf8") === lockHash() && projectNode() !== undefined
}

/** Runs npm and writes the stamp. Answers `{ code, output, ms }`. */
export async function installDependencies() {
  rmSync(stamp, { force: true })
  // `npm ci` rejects a lockfile whose packages for other platforms a registry does not carry.
  // `--no-save` keeps the lockfile as committed, whatever the version of npm.
  const args = ["install", "--no-save", "--include=dev", "--loglevel=error", "--no-fund", "--no-audit"]
  const result = await run("npm", args, { env: { PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: "1" } })
  if (result.code !== 0) return result
  const version = await projectNodeVersion()
  if (version === undefined || Number(version.split(".")[0]) < oldestNode) {
    const output = `The project needs Node ${oldestNode}, found ${version ?? `none in node_modules and ${process.version}`}.\n${result.output}`
    return { ...result, code: 1, output }
  }
  writeFileSync(stamp, lockHash())
  return result
}

/** What to do when `installDependencies` failed. */
export const installRemedy = [
  "Check that the npm registry can be reached (npm ping) and that the disk has 2 GB free, then run the command again.",
  `If npm is set to ignore install scripts, allow them (npm config set ignore-scripts false) or install Node ${oldestNode} yourself.`,
].join("\n")

async function projectNodeVersion() {
  const node = projectNode()
  if (node === undefined) return undefined
  const { code, output } = await run(node, ["--version"])
  return code === 0 ? output.trim().replace(/^v/, "") : undefined
}

function lockHash() {
  return createHash("sha256")
    .update(readFileSync(path.join(root, "package-lock.json")))
    .digest("hex")
}
