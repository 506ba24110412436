import { z } from "zod"
import { reorderItems } from "@/server/backlog/reorder-items"
import { ruleBroken } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { scoringViewSchema } from "./domain/scoring-filter"
import { openRound } from "./internal/blind"
import { fetchFramework } from "./internal/framework-rows"
import { rankScored, selectUntouched } from "./internal/ranking"

const MOST = 10_000

/**
 * Makes the ranked order of a filter the manual order, as one change that `backlog.undoReorder` takes back: the items
 * of the filter trade their places, by score first, the unscored ones behind them in their present order.
 * `changeId` is null when the order was so already. @throws RULE_BROKEN when nothing is scored, FORBIDDEN, NOT_FOUND.
 */
export const adoptOrder = command("scoring.adoptOrder", {
  permission: "backlog.rank",
  at: "rows",
  input: scoringViewSchema.extend({
    reason: z
      .string()
      .trim()
      .min(1, "Say why the order changes")
      .max(500, "A reason has at most 500 characters"),
  }),
  async run(ctx, { frameworkKey, version, filter, reason }) {
    const framework = await fetchFramework(ctx, frameworkKey, version)
    const { name } = framework.definition
    if (await openRound(ctx, framework.key))
      throw ruleBroken(`${name} is scored blind. Reveal the scores before their order is adopted`)
    const { ranked, partial } = await rankScored(ctx, framework, filter)
    if (ranked.length === 0)
      throw ruleBroken(`No item of this view has a ${name} score yet, so there is no order to adopt`)
    const untouched = await selectUntouched(ctx, framework, filter).limit(MOST + 1)
    const order = [...ranked, ...partial, ...untouched].map(({ id }) => ({ id }))
    if (order.length > MOST)
      throw ruleBroken("At most 10,000 items can be ordered at once. Narrow the filter")
    const { changeId, changed } = await reorderItems(ctx, { items: order, reason })
    if (changeId) {
      ctx.record({
        targets: [
          { type: "framework", id: framework.id, name: `${name} version ${framework.version}` },
          { type: "order", id: changeId, name: "Order of the backlog" },
        ],
        summary: `Adopted the order by ${name} version ${framework.version} for ${ranked.length} scored items`,
        after: { changeId, ranked: ranked.length, unscored: order.length - ranked.length, moved: changed },
        reason,
      })
    }
    return { changeId, changed, ranked: ranked.length, unscored: order.length - ranked.length }
  },
})
