import type { State } from "@/components/ui/icon"
import { ITEM_STATUS_LABELS } from "@/server/backlog/domain/item"
import type { ActionRow, AssessmentDetails } from "@/server/dpia/domain/assessment-row"
import { findQuestion, PARTS } from "@/server/dpia/domain/questions"

/** A line's state is its item's; late when its day has passed and it is not done. */
export function actionState(
  { status, dueOn, archived }: Pick<ActionRow["item"], "status" | "dueOn" | "archived">,
  today: string,
): { look: State; words: string; late: boolean } {
  const late = status !== "done" && !archived && dueOn !== null && dueOn < today
  if (archived && status !== "done") return { look: "bad", words: "Given up", late }
  if (late) return { look: "bad", words: `Late, ${ITEM_STATUS_LABELS[status].toLowerCase()}`, late }
  return { look: status === "done" ? "good" : "warning", words: ITEM_STATUS_LABELS[status], late }
}

/** What a line or a judgement is about, in words. */
export function referenceTitle(
  reference: string | null,
  { measures, risks }: Pick<AssessmentDetails, "measures" | "risks">,
): string {
  if (reference === null) return "The whole"
  const risk = risks.find(({ id }) => id === reference)
  if (risk) return risk.title
  if (reference.startsWith("3.1.")) {
    return measures.find(({ id }) => `3.1.${id}` === reference)?.title ?? "A measure that was removed"
  }
  const question = findQuestion(Number(reference.split(".").at(-1)))
  return question?.title ?? PARTS.find(({ id }) => id === reference)?.title ?? reference
}
