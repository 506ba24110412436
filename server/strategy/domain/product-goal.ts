import type { ThreadLink } from "@/server/products/domain/thread-link"
import { GRADE_LABELS, type Standing, summaryOf } from "./grade"

/** One key result a product works on, with the objective it belongs to. */
export type ProductGoal = { objective: { key: string; title: string }; standing: Standing }

type Described = Omit<ThreadLink, "id" | "name" | "href">

/** The link "Objective" of a product's thread: it stands as the worst key result that the product works on. */
export function describeGoals(goals: readonly ProductGoal[], ownerName: string | null): Described {
  const summary = summaryOf(goals.map(({ standing }) => standing))
  const first = goals[0]
  if (!summary || !first) {
    return {
      state: "warning",
      word: "No objective",
      fact: "Works on **no key result**",
      next: "Link it to a key result",
      ...(ownerName && { owes: { name: ownerName } }),
      waits: true,
    }
  }
  const others = new Set(goals.map(({ objective }) => objective.key)).size - 1
  const where = `${first.objective.key} ${first.objective.title}${others > 0 ? ` and ${others} more` : ""}`
  const total = goals.length === 1 ? "1 key result" : `${goals.length} key results`
  const latest = goals
    .flatMap(({ standing }) => standing.latest?.measuredOn ?? [])
    .sort()
    .at(-1)
  return {
    state: summary.state,
    word: GRADE_LABELS[summary.grade],
    fact: `**${total}** of ${where}`,
    ...(latest && { when: latest }),
    waits: false,
  }
}
