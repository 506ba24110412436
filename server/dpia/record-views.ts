import { isDeepStrictEqual } from "node:util"
import { command } from "@/server/kernel/operation"
import { peopleSchema } from "./domain/assessment-input"
import { assessmentKey } from "./domain/assessment-row"
import { scopeOfAssessment, targetsOf } from "./internal/assessment-rows"
import { finishEdit } from "./internal/change-assessment"
import { openSeen } from "./internal/open-seen"

/** The views of the people concerned (Art. 35(9) GDPR), or why they were not sought. @throws CONFLICT, INVALID, NOT_FOUND */
export const recordViews = command("dpia.recordViews", {
  permission: "dpia.edit",
  at: (ctx, { id }) => scopeOfAssessment(ctx, id),
  input: peopleSchema,
  async run(ctx, { id, lock, people }) {
    const row = await openSeen(ctx, { id, lock })
    const views = people.sought
      ? {
          peopleSought: true,
          peopleNames: people.names,
          peopleOpinion: people.opinion,
          peopleStatus: people.status,
          peopleReason: "",
        }
      : {
          peopleSought: false,
          peopleNames: "",
          peopleOpinion: "",
          peopleStatus: null,
          peopleReason: people.reason,
        }
    if (isDeepStrictEqual({ ...row, ...views }, row)) return { id, version: row.version, lock }
    const saved = await finishEdit(ctx, row, views)
    ctx.record({
      targets: targetsOf(row),
      summary: people.sought
        ? `Recorded the views of the people concerned in ${assessmentKey(row.number)}`
        : `Recorded in ${assessmentKey(row.number)} why the people concerned were not asked`,
      after: people,
    })
    return { id, ...saved }
  },
})
