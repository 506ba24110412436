import { existsSync, globSync, readFileSync } from "node:fs"
import path from "node:path"
import { gzipSync } from "node:zlib"

type RouteStats = { route: string; firstLoadChunkPaths: string[] }

/** The scripts a build has for browsers, by path from `folder`. */
export function clientScripts(folder: string): string[] {
  return globSync(".next/static/**/*.js", { cwd: folder })
}

/** Scripts that contain one of the words. */
export function scriptsWith(folder: string, words: string[]): { script: string; word: string }[] {
  return clientScripts(folder).flatMap((script) => {
    const text = readFileSync(path.join(folder, script), "utf8")
    return words.filter((word) => text.includes(word)).map((word) => ({ script, word }))
  })
}

/** Gzipped bytes of the scripts that each route's first page names, as Next wrote them down while building. */
export function firstLoadSizes(folder: string): Map<string, number> {
  const file = path.join(folder, ".next/diagnostics/route-bundle-stats.json")
  if (!existsSync(file)) throw new Error(`${file} is missing: find out where this version of Next writes it`)
  const routes = JSON.parse(readFileSync(file, "utf8")) as RouteStats[]
  const size = (script: string) => gzipSync(readFileSync(path.join(folder, script))).length
  return new Map(
    routes.map(({ route, firstLoadChunkPaths }) => [
      route,
      firstLoadChunkPaths.reduce((sum, script) => sum + size(script), 0),
    ]),
  )
}
