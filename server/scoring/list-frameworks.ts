import { countDistinct } from "drizzle-orm"
import { z } from "zod"
import { scores } from "@/db/schema/scoring"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { query } from "@/server/kernel/operation"
import { BUILT_IN_FRAMEWORKS } from "./domain/built-in-frameworks"
import { type FrameworkRow, selectFrameworks } from "./internal/framework-rows"
import { hasValues } from "./internal/score-rows"

type Use = { items: number; scorers: number }
const unused: Use = { items: 0, scorers: 0 }

async function countUse(ctx: OpCtx): Promise<Map<string, Use>> {
  const rows = await ctx.db
    .select({
      frameworkId: scores.frameworkId,
      items: countDistinct(scores.itemId),
      scorers: countDistinct(scores.userId),
    })
    .from(scores)
    .where(own(ctx, scores, hasValues))
    .groupBy(scores.frameworkId)
  return new Map(rows.map(({ frameworkId, ...use }) => [frameworkId, use]))
}

const builtIn = BUILT_IN_FRAMEWORKS.map((framework) => framework.key)

/** Built-in ones first, in their own order; then the workspace's own by name. */
function inOrder(a: FrameworkRow, b: FrameworkRow): number {
  const place = ({ key }: FrameworkRow) => (builtIn.indexOf(key) + builtIn.length + 1) % (builtIn.length + 1)
  return place(a) - place(b) || a.definition.name.localeCompare(b.definition.name, "en")
}

/**
 * The frameworks at their latest version, with the numbers of items and people that it scored. With `history`, also
 * every version that was published, newest first: scores stay with the version they were given under.
 */
export const listFrameworks = query("scoring.listFrameworks", {
  permission: "scoring.read",
  at: "rows",
  input: z.object({ history: z.boolean().default(false) }),
  async run(ctx, { history }) {
    const rows = await selectFrameworks(ctx)
    const use = await countUse(ctx)
    const latest = rows.filter((row, index) => rows[index - 1]?.key !== row.key).sort(inOrder)
    return latest.map((row) => ({
      ...row,
      name: row.definition.name,
      builtIn: builtIn.includes(row.key),
      used: use.get(row.id) ?? unused,
      versions: history
        ? rows
            .filter((other) => other.key === row.key)
            .map((version) => ({ ...version, used: use.get(version.id) ?? unused }))
        : [],
    }))
  },
})
