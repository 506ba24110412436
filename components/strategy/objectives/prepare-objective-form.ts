import { type Problems, problemsOf } from "@/components/shell/form-problems"
import { createObjectiveSchema } from "@/server/strategy/domain/objective"
import { dueDateOf, dueSchema } from "@/server/strategy/domain/period"
import { dueOf, fieldsOf, type KeyResultForm } from "./prepare-key-result-form"

export type ObjectiveForm = {
  title: string
  description: string
  ownerId: string | null
  domainId: string | null
  draft: boolean
  /** Also holds the period, which the objective shares. */
  keyResult: KeyResultForm
}

/** True once anything of a key result was typed: then it has to be complete. */
export const hasKeyResult = ({ metric, baseline, percent, value, low, high }: KeyResultForm) =>
  [metric, baseline, percent, value, low, high].some((text) => text.trim() !== "")

/** What the server is asked to create. An end that cannot be told stays empty, and is refused at its field. */
export function newObjective(form: ObjectiveForm) {
  const { keyResult, draft, ...fields } = form
  const due = dueSchema.safeParse(dueOf(keyResult))
  return {
    ...fields,
    state: draft ? ("draft" as const) : ("active" as const),
    periodStart: keyResult.startDate,
    periodEnd: due.success && keyResult.startDate ? dueDateOf(keyResult.startDate, due.data) : "",
    keyResults: hasKeyResult(keyResult) ? [fieldsOf(keyResult)] : [],
  }
}

/** Where the create form shows a message: the objective's period and the key result's are the same fields. */
export function atFormFields(problems: Problems): Problems {
  const place = (path: string) =>
    path === "periodStart"
      ? "startDate"
      : path === "periodEnd"
        ? "due.date"
        : path.replace(/^keyResults\.0\./, "")
  // The owner of the key result and of the objective are two fields.
  return Object.fromEntries(
    Object.entries(problems).map(([path, message]) => [
      path === "keyResults.0.ownerId" ? "keyResultOwnerId" : place(path),
      message,
    ]),
  )
}

/** Messages by field, from the same rules as the server's. */
export function objectiveProblems(form: ObjectiveForm): Problems {
  return atFormFields(problemsOf(createObjectiveSchema, newObjective(form)))
}
