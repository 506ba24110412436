import { eq } from "drizzle-orm"
import { z } from "zod"
import { frameworks } from "@/db/schema/scoring"
import type { OpCtx } from "@/server/kernel/context"
import { WORKSPACE_SCOPE } from "@/server/kernel/domain/grants"
import { invalidField, notFound, ruleBroken } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { fitCriteria } from "./domain/carry"
import { missingCriteria } from "./domain/check-inputs"
import { openRound, shareRounds } from "./internal/blind"
import { fetchCarried, insertCarried } from "./internal/carried-scores"
import { type FrameworkRow, selectFrameworks } from "./internal/framework-rows"
import { keepEarlier } from "./internal/set-aside"
import { refreshStandings } from "./internal/standings"

/** The version to carry from, and the latest one, which alone takes scores. */
async function fetchVersions(ctx: OpCtx, key: string, from: number) {
  const versions = await selectFrameworks(ctx, eq(frameworks.key, key))
  const [latest] = versions
  const source = versions.find(({ version }) => version === from)
  if (!latest || !source) throw notFound(latest ? `Version ${from} of the framework` : "The framework")
  if (source === latest)
    throw ruleBroken(
      `Version ${from} is the latest version of ${latest.definition.name}: there is none to carry scores to`,
    )
  return { source, latest }
}

function recordCarry(
  ctx: OpCtx,
  { source, latest }: { source: FrameworkRow; latest: FrameworkRow },
  facts: { scores: number; items: number; scorers: number },
  reason: string,
) {
  const { name } = latest.definition
  const what = facts.scores === 1 ? "1 score" : `${facts.scores} scores`
  ctx.record({
    targets: [{ type: "framework", id: latest.id, name: `${name} version ${latest.version}` }],
    summary: `Carried ${what} from version ${source.version} of ${name} to version ${latest.version}`,
    after: { from: source.version, to: latest.version, ...facts },
    reason,
  })
}

/**
 * Carries scores from an earlier version of a framework to its latest: the values whose criterion has the same scale and
 * unit in both. The earlier scores stay as they are, and nobody's score under the latest version is overwritten.
 * `mine` carries the caller's own; `everyone` needs `scoring.configure`, and marks each score with who carried it.
 * With `dryRun` nothing is written and the answer is the same. @throws NOT_FOUND, RULE_BROKEN, INVALID, FORBIDDEN.
 */
export const carryScores = command("scoring.carryScores", {
  permission: "scoring.score",
  at: "rows",
  input: z.object({
    frameworkKey: z.string().min(1).max(40),
    from: z.number().int().min(1),
    whose: z.enum(["mine", "everyone"]).default("mine"),
    dryRun: z.boolean().default(true),
    reason: z.string().trim().max(500).default(""),
  }),
  async run(ctx, { frameworkKey, from, whose, dryRun, reason }) {
    if (whose === "everyone") ctx.require("scoring.configure", WORKSPACE_SCOPE)
    if (!dryRun && reason === "") throw invalidField("reason", "Say why the scores are carried over")
    const versions = await fetchVersions(ctx, frameworkKey, from)
    const { source, latest } = versions
    if (!dryRun) await shareRounds(ctx, latest.key)
    const criteria = fitCriteria(source.definition, latest.definition)
    const ids = { fromId: source.id, toId: latest.id }
    const { carried, already, left } = await fetchCarried(
      ctx,
      ids,
      criteria,
      whose === "mine" ? ctx.userId : null,
    )
    const facts = {
      scores: carried.length,
      items: new Set(carried.map(({ itemId }) => itemId)).size,
      scorers: new Set(carried.map(({ userId }) => userId)).size,
    }
    if (!dryRun && carried.length > 0) {
      const round = await openRound(ctx, latest.key)
      if (round) await keepEarlier(ctx, round, latest.id, carried)
      const written = await insertCarried(ctx, latest.id, source.version, carried)
      await refreshStandings(ctx, latest, [...new Set(written)])
      recordCarry(ctx, versions, facts, reason)
    }
    return {
      from: source.version,
      to: latest.version,
      dryRun,
      criteria,
      ...facts,
      /** Of the scores carried, those that lack nothing under the latest version. */
      complete: carried.filter(({ inputs }) => missingCriteria(latest.definition, inputs).length === 0)
        .length,
      /** Left alone: the person has scored the item under the latest version. */
      already,
      /** Nothing of them fits the latest version. */
      left,
    }
  },
})
