import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import { root } from "./cruise"

/** Folders and files that .gitignore names, and git itself. Read here because a copy of the project may lack git. */
const ignored = [".git", ...readProjectFile(".gitignore").split("\n")].map((line) =>
  line.trim().replace(/\/$/, ""),
)

function isIgnored(file: string): boolean {
  const name = path.basename(file)
  const rules = ignored.filter((rule) => rule !== "" && !rule.startsWith("#"))
  return rules.some((rule) => {
    if (rule.startsWith("*")) return name.endsWith(rule.slice(1))
    if (rule.endsWith("*")) return name.startsWith(rule.slice(0, -1))
    return rule.startsWith("/") ? file === rule.slice(1) : name === rule
  })
}

function filesBelow(folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = path.posix.join(folder, entry.name)
    if (isIgnored(file)) return []
    if (entry.isDirectory()) return filesBelow(file)
    return entry.isFile() ? [file] : []
  })
}

/** Every file of the project that git would keep. Paths from the root. */
export function projectFiles(): string[] {
  return filesBelow("")
}

/** The files that people write: TypeScript, JavaScript, styles. */
export function sourceFiles(): string[] {
  return projectFiles().filter((file) => /\.(tsx?|mjs|css)$/.test(file) && !file.endsWith(".d.ts"))
}

export function readProjectFile(file: string): string {
  return readFileSync(path.join(root, file), "utf8")
}
