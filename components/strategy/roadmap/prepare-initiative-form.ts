import type { Choice } from "@/components/ui/prepare-options"
import type { InitiativeFields } from "@/server/strategy/domain/initiative"
import { addQuarters, quarterOf, quartersFrom, quarterWords } from "@/server/strategy/domain/quarter"
import type { Goal, InitiativeDetails } from "../strategy-data"

/** The editable part of an initiative, or an empty one of this quarter. */
export function initiativeForm(
  initiative: InitiativeDetails | undefined,
  me: string,
  today: string,
): InitiativeFields {
  const quarter = quarterOf(today)
  return {
    name: initiative?.name ?? "",
    description: initiative?.description ?? "",
    sponsorId: initiative?.sponsor?.id ?? null,
    ownerId: initiative ? (initiative.owner?.id ?? null) : me,
    objectiveId: initiative?.objective?.id ?? null,
    keyResultId: initiative?.keyResult?.id ?? null,
    startQuarter: initiative?.startQuarter ?? quarter,
    endQuarter: initiative?.endQuarter ?? quarter,
  }
}

/** Quarters to choose from: two years back, four ahead, and those already chosen. */
export function quarterChoices(chosen: readonly string[], today: string): { value: string; label: string }[] {
  const now = quarterOf(today)
  const all = new Set([...chosen, ...quartersFrom(addQuarters(now, -8), addQuarters(now, 16))])
  return [...all].sort().map((value) => ({ value, label: quarterWords(value) }))
}

/** Objectives, each followed by its key results. */
export function goalChoices(goals: readonly Goal[]): Choice[] {
  return goals.flatMap(({ id, key, title, keyResults }) => [
    { value: id, label: `${key} ${title}` },
    ...keyResults.map((result) => ({ value: result.id, label: result.sentence, hint: key, keywords: title })),
  ])
}

/** What choosing a goal means: a key result brings its objective along. */
export function goalOf(goals: readonly Goal[], id: string | undefined) {
  const objective = goals.find((goal) => goal.id === id || goal.keyResults.some((result) => result.id === id))
  return {
    objectiveId: objective?.id ?? null,
    keyResultId: objective && objective.id !== id ? (id ?? null) : null,
  }
}

/** The fields in which the form differs from what it began with; a goal is sent whole. */
export function changedInitiative(
  begun: InitiativeFields,
  form: InitiativeFields,
): Partial<InitiativeFields> {
  const names = (Object.keys(begun) as (keyof InitiativeFields)[]).filter(
    (name) => form[name] !== begun[name],
  )
  const goal = names.some((name) => name === "objectiveId" || name === "keyResultId")
  const { objectiveId, keyResultId } = form
  return {
    ...Object.fromEntries(names.map((name) => [name, form[name]])),
    ...(goal && { objectiveId, keyResultId }),
  }
}
