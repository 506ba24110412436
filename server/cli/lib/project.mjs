import { existsSync } from "node:fs"
import path from "node:path"
import { fileURLToPath } from "node:url"

/** Absolute path of the checkout. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../../..")

export const oldestNode = 24

/** The Node binary that npm installed with the project, or the running one where that is recent enough. */
export function projectNode() {
  const own = path.join(root, "node_modules", ".bin", process.platform === "win32" ? "node.cmd" : "node")
  if (existsSync(own)) return own
  return Number(process.versions.node.split(".")[0]) >= oldestNode ? process.execPath : undefined
}

/** The environment of every child: the project's tools and its Node come first, nothing reports home. */
export function childEnvironment(extra = {}) {
  const bin = path.join(root, "node_modules", ".bin")
  return {
    ...process.env,
    NEXT_TELEMETRY_DISABLED: "1",
    ...extra,
    PATH: [bin, process.env.PATH].filter(Boolean).join(path.delimiter),
  }
}
