import { z } from "zod"
import { command } from "@/server/kernel/operation"
import { BUILT_IN_FRAMEWORKS } from "./domain/built-in-frameworks"
import { selectFrameworks } from "./internal/framework-rows"
import { insertVersion, sameDefinition } from "./internal/insert-version"

/**
 * Publishes the standard frameworks in the workspace: at its start, and again when a release brought new ones or changed
 * one, which makes its next version. A framework of one's own that has such a key or name stays, and the standard one is
 * `skipped` with the reason. Calling it twice changes nothing.
 */
export const publishBuiltInFrameworks = command("scoring.publishBuiltInFrameworks", {
  permission: "scoring.configure",
  input: z.object({}),
  async run(ctx) {
    const rows = await selectFrameworks(ctx)
    const published: { id: string; key: string; version: number }[] = []
    const skipped: { key: string; reason: string }[] = []
    for (const definition of BUILT_IN_FRAMEWORKS) {
      const { key, name, method } = definition
      const latest = rows.find((row) => row.key === key)
      if (latest && sameDefinition(latest.definition, definition)) continue
      const namesake = rows.find((row) => row.key !== key && sameName(row.definition.name, name))
      if (namesake || (latest && latest.definition.method !== method)) {
        const taken = namesake ? `the name ${name}` : `the key ${key}`
        skipped.push({ key, reason: `A framework of your own has ${taken}` })
        continue
      }
      const row = await insertVersion(ctx, definition, (latest?.version ?? 0) + 1, latest?.definition)
      if (row) published.push(row)
    }
    return { published, skipped }
  },
})

const sameName = (a: string, b: string) => a.toLowerCase() === b.toLowerCase()
