import { keyResults } from "@/db/schema/objectives"
import type { OpCtx } from "@/server/kernel/context"
import { newId } from "@/server/kernel/domain/id"
import { requireMembers } from "@/server/kernel/require-members"
import { definitionOf, type KeyResultInput } from "../domain/key-result"
import { sentenceOf } from "../domain/sentence"
import { objectiveTarget } from "./placed-key-result"

type Objective = { id: string; number: number; title: string }

/** Adds key results and records each with its sentence. `path` is where they stand in the input. */
export async function insertKeyResults(
  ctx: OpCtx,
  objective: Objective,
  inputs: readonly KeyResultInput[],
  path: (index: number) => string,
): Promise<{ id: string }[]> {
  await requireMembers(
    ctx,
    Object.fromEntries(inputs.map(({ ownerId }, i) => [`${path(i)}ownerId`, ownerId])),
  )
  // Ids sort by time: those of one moment keep the order in which they were given.
  const begun = Date.now()
  const rows = inputs.map((input, index) => ({
    ...definitionOf(input),
    workspaceId: ctx.workspaceId,
    id: newId(begun + index),
    objectiveId: objective.id,
    ownerId: input.ownerId,
    rhythmDays: input.rhythmDays,
    createdAt: ctx.now,
    createdBy: ctx.userId,
    updatedAt: ctx.now,
  }))
  if (rows.length === 0) return []
  await ctx.db.insert(keyResults).values(rows)
  for (const [index, row] of rows.entries()) {
    ctx.record({
      targets: [objectiveTarget(objective), { type: "keyResult", id: row.id, name: row.metric }],
      summary: `Added the key result “${sentenceOf(row)}” to ${objectiveTarget(objective).name}`,
      after: {
        ...inputs[index],
        target: { ...inputs[index]?.target, figure: row.target },
        dueDate: row.dueDate,
      },
    })
  }
  return rows.map(({ id }) => ({ id }))
}
