import type { ScoreInputs } from "@/server/scoring/domain/check-inputs"
import type { Framework } from "@/server/scoring/domain/framework"
import { scoreInputs } from "@/server/scoring/domain/score"

/** The score of inputs that must have one. */
export function scored(framework: Framework, inputs: ScoreInputs) {
  const result = scoreInputs(framework, inputs)
  if (result.status !== "scored") throw new Error(JSON.stringify(result))
  return result
}
