import { z } from "zod"
import { ruleBroken } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { fetchFramework } from "./internal/framework-rows"
import { dropSetAside } from "./internal/set-aside"

/**
 * Throws away the caller's own values that a cancelled blind round had set aside; nobody else ever saw them.
 * @throws RULE_BROKEN when nothing is set aside, NOT_FOUND.
 */
export const discardScores = command("scoring.discardScores", {
  permission: "scoring.score",
  at: "rows",
  input: z.object({ frameworkKey: z.string().min(1).max(40) }),
  async run(ctx, { frameworkKey }) {
    const { id, definition } = await fetchFramework(ctx, frameworkKey)
    const items = await dropSetAside(ctx, id)
    if (items === 0) throw ruleBroken("No values of yours are set aside")
    ctx.record({
      targets: [{ type: "framework", id, name: definition.name }],
      summary: `Discarded the values that the cancelled blind round of ${definition.name} had set aside`,
      after: { items },
    })
    return { items }
  },
})
