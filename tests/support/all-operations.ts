import { globSync } from "node:fs"
import { relative } from "node:path"
import { fileURLToPath } from "node:url"
import type { Operation } from "@/server/kernel/operation"

const root = fileURLToPath(new URL("../..", import.meta.url))

const isOperation = (value: unknown): value is Operation =>
  typeof value === "function" && "operationName" in value && "permission" in value

/** Every operation of every feature, found by loading the files at the features' roots. */
export async function allOperations(): Promise<Operation[]> {
  const files = globSync("server/*/*.ts", { cwd: root }).filter(
    (file) => !/^server\/(kernel|cli)\/|\/router\.ts$/.test(file),
  )
  const modules = await Promise.all(
    files.map((file) => import(/* @vite-ignore */ `${root}${relative(".", file)}`)),
  )
  const found = modules.flatMap((module) => Object.values(module)).filter(isOperation)
  return [...new Set(found)].sort((a, b) => (a.operationName < b.operationName ? -1 : 1))
}
