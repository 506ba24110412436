import { z } from "zod"
import { command } from "@/server/kernel/operation"
import { selectFrameworks } from "./internal/framework-rows"
import { differingStandings, hasStandings, refreshStandings, withoutStandings } from "./internal/standings"

/**
 * Builds the standings that ranked lists are read from. With `stale`, only those that are missing or made by older
 * rules, as after an update; otherwise all are computed again and compared with what was stored. `differed` counts
 * the items whose stored standing was not what their scores come to: it should be 0.
 */
export const rebuildStandings = command("scoring.rebuildStandings", {
  permission: "scoring.configure",
  input: z.object({ stale: z.boolean().default(false) }),
  async run(ctx, { stale }) {
    const all = await selectFrameworks(ctx)
    const chosen = stale ? await withoutStandings(ctx, all) : all
    let differed = 0
    for (const framework of chosen) {
      if (!stale && (await hasStandings(ctx, framework)))
        differed += (await differingStandings(ctx, framework)).length
      await refreshStandings(ctx, framework, "all")
    }
    if (chosen.length > 0) {
      ctx.record({
        targets: chosen.map(({ id, version, definition }) => ({
          type: "framework",
          id,
          name: `${definition.name} version ${version}`,
        })),
        summary: `Computed the standings of ${chosen.length} ${chosen.length === 1 ? "framework" : "framework versions"} again`,
        after: { frameworks: chosen.length, differed },
      })
    }
    return { frameworks: chosen.length, differed }
  },
})
