import { z } from "zod"
import { command } from "@/server/kernel/operation"
import { BUILT_IN_FRAMEWORKS } from "./domain/built-in-frameworks"
import { selectFrameworks } from "./internal/framework-rows"
import { insertVersion, sameDefinition } from "./internal/insert-version"

/**
 * Publishes the four standard frameworks (RICE, WSJF, ICE, value and feasibility) in the workspace: at its start, and
 * again when a release changed one of them, which makes its next version. Calling it twice changes nothing.
 */
export const publishBuiltInFrameworks = command("scoring.publishBuiltInFrameworks", {
  permission: "scoring.configure",
  input: z.object({}),
  async run(ctx) {
    const rows = await selectFrameworks(ctx)
    const published: { id: string; key: string; version: number }[] = []
    for (const definition of BUILT_IN_FRAMEWORKS) {
      const latest = rows.find((row) => row.key === definition.key)
      if (latest && sameDefinition(latest.definition, definition)) continue
      const row = await insertVersion(ctx, definition, (latest?.version ?? 0) + 1, latest?.definition)
      if (row) published.push(row)
    }
    return { published }
  },
})
