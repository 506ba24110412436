import { and, asc, eq, isNull, ne } from "drizzle-orm"
import { z } from "zod"
import { keyResults, objectives } from "@/db/schema/objectives"
import { own } from "@/server/kernel/database"
import { query } from "@/server/kernel/operation"
import { objectiveKey } from "./domain/objective"
import { sentenceOf } from "./domain/sentence"
import { asDefinition, definitionColumns } from "./internal/key-result-rows"

/** Objectives that are not closed, with their key results in one sentence each, to choose from. */
export const listGoals = query("strategy.listGoals", {
  permission: "strategy.read",
  at: "rows",
  input: z.object({}),
  async run(ctx) {
    const rows = await ctx.db
      .select({ id: objectives.id, number: objectives.number, title: objectives.title })
      .from(objectives)
      .where(own(ctx, objectives, ne(objectives.state, "closed")))
      .orderBy(asc(objectives.number))
    const results = await ctx.db
      .select({ ...definitionColumns, id: keyResults.id, objectiveId: keyResults.objectiveId })
      .from(keyResults)
      .innerJoin(objectives, own(ctx, objectives, eq(objectives.id, keyResults.objectiveId)))
      .where(own(ctx, keyResults, and(isNull(keyResults.droppedAt), ne(objectives.state, "closed"))))
      .orderBy(asc(keyResults.createdAt), asc(keyResults.id))
    const byObjective = Map.groupBy(results, ({ objectiveId }) => objectiveId)
    return rows.map(({ number, ...row }) => ({
      ...row,
      key: objectiveKey(number),
      keyResults: (byObjective.get(row.id) ?? []).map((result) => ({
        id: result.id,
        sentence: sentenceOf(asDefinition(result)),
      })),
    }))
  },
})
