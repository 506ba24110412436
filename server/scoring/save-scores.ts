import { eq, sql } from "drizzle-orm"
import { z } from "zod"
import { frameworks, scores } from "@/db/schema/scoring"
import type { OpCtx } from "@/server/kernel/context"
import { invalid, notFound, PlumblineError } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { checkInputs } from "./domain/check-inputs"
import type { Framework } from "./domain/framework"
import { SCORE_NOTE_MAX, scoreInputsSchema } from "./domain/score-entry"
import { openRound, shareRounds } from "./internal/blind"
import { fetchFramework, selectFrameworks } from "./internal/framework-rows"
import { fetchScorable, scopeOf } from "./internal/own-scores"
import { changedScores, type ScoreChange, scoreFact, type WantedScore } from "./internal/score-changes"
import { keepEarlier } from "./internal/set-aside"
import { refreshStandings } from "./internal/standings"

const inputSchema = z.object({
  frameworkId: z.uuid(),
  scores: z
    .array(
      z.object({
        itemId: z.uuid(),
        /** Values by criterion; null clears one, and a criterion that is not named keeps its value. */
        inputs: scoreInputsSchema.default({}),
        note: z.string().trim().max(SCORE_NOTE_MAX).optional(),
        /** The version of one's own score that one saw; 0 when there was none. */
        version: z.number().int().min(0).default(0),
      }),
    )
    .min(1)
    .max(500, "At most 500 scores can be saved at once")
    .refine(
      (list) => new Set(list.map(({ itemId }) => itemId)).size === list.length,
      "An item is listed twice",
    ),
})

/** Only the latest version takes scores: an older one would keep them out of sight. */
async function fetchLatest(ctx: OpCtx, id: string) {
  const [asked] = await selectFrameworks(ctx, eq(frameworks.id, id))
  if (!asked) throw notFound("The framework")
  const latest = await fetchFramework(ctx, asked.key)
  if (latest.id === id) return asked
  const { name } = latest.definition
  const message = `Version ${latest.version} of ${name} was published in the meantime. Load it and score again`
  throw new PlumblineError("CONFLICT", message, {
    current: { frameworkId: latest.id, version: latest.version },
  })
}

function checkValues(framework: Framework, wanted: readonly WantedScore[]): void {
  const issues = wanted.flatMap(({ inputs }, index) =>
    checkInputs(framework, inputs).map(({ criterion, message }) => ({
      path: `scores.${index}.inputs.${criterion}`,
      message,
    })),
  )
  if (issues.length > 0) throw invalid(issues)
}

const stale = (keys: string[], current: unknown) =>
  new PlumblineError("CONFLICT", `You changed your score of ${keys.join(", ")} elsewhere in the meantime`, {
    current,
  })

async function write(ctx: OpCtx, frameworkId: string, changes: ScoreChange[]) {
  const mine = {
    workspaceId: ctx.workspaceId,
    frameworkId,
    userId: ctx.userId,
    createdAt: ctx.now,
    updatedAt: ctx.now,
  }
  const rows = changes.map(({ item, after, version }) => ({
    ...mine,
    itemId: item.id,
    ...after,
    version: version + 1,
  }))
  return ctx.db
    .insert(scores)
    .values(rows)
    .onConflictDoUpdate({
      target: [scores.workspaceId, scores.itemId, scores.frameworkId, scores.userId],
      set: {
        inputs: sql`excluded.inputs`,
        note: sql`excluded.note`,
        version: sql`excluded.version`,
        updatedAt: sql`excluded.updated_at`,
        carriedFrom: null,
        carriedBy: null,
      },
      setWhere: sql`${scores.version} = excluded.version - 1`,
    })
    .returning({ itemId: scores.itemId, version: scores.version })
}

/**
 * Saves the caller's own scores under the latest version of a framework, all or none; nobody writes for others.
 * @throws INVALID at `scores.N.inputs.CRITERION`, CONFLICT with one's own rows as they stand (or with the newer
 * version of the framework), NOT_FOUND, FORBIDDEN.
 */
export const saveScores = command("scoring.saveScores", {
  permission: "scoring.score",
  at: "rows",
  input: inputSchema,
  async run(ctx, input) {
    const framework = await fetchLatest(ctx, input.frameworkId)
    await shareRounds(ctx, framework.key)
    const round = await openRound(ctx, framework.key)
    const ids = input.scores.map(({ itemId }) => itemId)
    const present = await fetchScorable(ctx, framework.id, ids)
    for (const item of present.values()) ctx.require("scoring.score", scopeOf(item))
    checkValues(framework.definition, input.scores)
    const { changes, outdated } = changedScores(present, input.scores)
    if (outdated.length > 0)
      throw stale(
        outdated.map(({ key }) => key),
        outdated,
      )
    const entries = changes.map(({ item }) => ({ itemId: item.id, userId: ctx.userId }))
    if (round) await keepEarlier(ctx, round, framework.id, entries)
    const saved = changes.length > 0 ? await write(ctx, framework.id, changes) : []
    if (saved.length < changes.length) {
      const lost = changes.filter(({ item }) => saved.every(({ itemId }) => itemId !== item.id))
      throw stale(
        lost.map(({ item }) => item.key),
        null,
      )
    }
    if (changes.length > 0) {
      await refreshStandings(
        ctx,
        framework,
        changes.map(({ item }) => item.id),
        "saved",
      )
      ctx.record(scoreFact(framework, changes, round !== undefined))
    }
    const versions = new Map(saved.map(({ itemId, version }) => [itemId, version]))
    return {
      saved: ids.map((itemId) => ({
        itemId,
        version: versions.get(itemId) ?? present.get(itemId)?.mine?.version ?? 0,
      })),
    }
  },
})
