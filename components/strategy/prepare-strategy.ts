import { counted } from "@/server/kernel/domain/counted"
import { type GradeState, gradeWords } from "@/server/strategy/domain/grade"
import type { KeyResultRow, ListedObjective } from "@/server/strategy/domain/objective-row"
import { valueWords } from "@/server/strategy/domain/sentence"
import type { ObjectivePage } from "./strategy-data"

/** "40 %", "−20 %", "120 %": a share in whole per cent. */
export const percentWords = (share: number) =>
  `${Math.round(share * 100)
    .toString()
    .replace("-", "−")} %`

/** The list's one line: "4 objectives, 3 active: 1 on track, 1 behind, 1 off track." */
export function objectivesState(
  { total, active, good, warning, bad }: ObjectivePage["counts"],
  filtered: boolean,
): string {
  if (total === 0) return filtered ? "No objective matches." : "No objectives yet."
  const found = filtered
    ? `${counted(total, "objective")} ${total === 1 ? "matches" : "match"}`
    : counted(total, "objective")
  const unknown = active - good - warning - bad
  const grades = [
    good > 0 && `${good} on track`,
    warning > 0 && `${warning} behind`,
    bad > 0 && `${bad} off track`,
    unknown > 0 && `${unknown} without a fresh measurement`,
  ].filter((words) => words !== false)
  return grades.length > 0
    ? `${found}, ${active} active: ${grades.join(", ")}.`
    : `${found}, ${active} active.`
}

/** What a key result shows beside its grade: "4.5 % of 4.8 % → 4.08 %". */
export function latestWords({ standing, unit }: Pick<KeyResultRow, "standing" | "unit">): string | undefined {
  return standing.latest ? valueWords(standing.latest.value, unit) : undefined
}

export type ObjectiveGrade = { state: GradeState | "later"; words: string }

/** How an objective is graded in one chip; a draft is not judged. */
export function objectiveGrade({
  state,
  summary,
  keyResults,
}: Pick<ListedObjective, "state" | "summary" | "keyResults">): ObjectiveGrade {
  if (state === "draft") return { state: "later", words: "Draft" }
  if (!summary) return { state: "unknown", words: "No key result yet" }
  const worst = keyResults.find(
    ({ standing }) => standing.grade === summary.grade && standing.state === summary.state,
  )
  const words = worst ? gradeWords(worst.standing) : ""
  return { state: summary.state, words: state === "closed" ? `Closed: ${words.toLowerCase()}` : words }
}
