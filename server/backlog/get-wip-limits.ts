import { and, eq, gte } from "drizzle-orm"
import { z } from "zod"
import { wipOverruns } from "@/db/schema/board"
import { users } from "@/db/schema/members"
import { own } from "@/server/kernel/database"
import { query } from "@/server/kernel/operation"
import { laneNames } from "./internal/lane-names"
import { countHeld, fetchLimits } from "./internal/wip-guard"

const DAYS = 30
/** Lanes of one limit that are told, the fullest first. */
const LANES_TOLD = 200

/**
 * The limits of the board in force, who set them when, how much each group holds now (everybody's items, whatever the
 * reader's filter), and how often a soft one was exceeded in the last 30 days.
 */
export const getWipLimits = query("backlog.getWipLimits", {
  permission: "backlog.read",
  at: "rows",
  input: z.object({}),
  async run(ctx) {
    const { version, rules, createdBy, createdAt } = await fetchLimits(ctx)
    const since = new Date(Date.parse(ctx.now) - DAYS * 86_400_000).toISOString()
    const [counts, overruns, people] = await Promise.all([
      Promise.all(rules.map((rule) => countHeld(ctx, rule))),
      version === 0
        ? []
        : ctx.db
            .select({ status: wipOverruns.status, per: wipOverruns.per })
            .from(wipOverruns)
            .where(own(ctx, wipOverruns, and(gte(wipOverruns.createdAt, since)))),
      createdBy === null
        ? []
        : ctx.db.select({ name: users.name }).from(users).where(eq(users.id, createdBy)),
    ])
    const limits = []
    for (const [index, rule] of rules.entries()) {
      const groups = counts[index]!.sort((a, b) => b.held - a.held).slice(0, LANES_TOLD)
      const names =
        rule.per === "column"
          ? new Map<string, string>()
          : await laneNames(
              ctx,
              rule.per,
              groups.flatMap(({ lane }) => lane ?? []),
            )
      limits.push({
        ...rule,
        groups: groups.map(({ lane, held }) => ({
          lane,
          name: lane === null ? null : (names.get(lane) ?? null),
          held,
        })),
        exceeded: overruns.filter(({ status, per }) => status === rule.status && per === rule.per).length,
      })
    }
    return { version, limits, setBy: people[0]?.name ?? null, setAt: createdAt }
  },
})
