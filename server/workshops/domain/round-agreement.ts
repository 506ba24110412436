import { kendallW } from "@/server/scoring/domain/agreement"
import { missingCriteria } from "@/server/scoring/domain/check-inputs"
import type { Framework } from "@/server/scoring/domain/framework"
import { intraclassCorrelations } from "@/server/scoring/domain/icc"
import { scoreTogether } from "@/server/scoring/domain/score-together"
import type { RoundEntry } from "./round-results"

/** How far people agree: the same order (Kendall's W) and the same number (ICC(A,1)); null where it says nothing. */
export type Agreement = { scorers: number; items: number; w: number | null; icc: number | null }

/** The score that each person's own complete values come to, by person and item. */
function ownScores(framework: Framework, entries: readonly RoundEntry[]): Map<string, number>[] {
  const given = new Map<string, Map<string, Record<string, number>>>()
  for (const { userId, itemId, inputs } of entries) {
    if (missingCriteria(framework, inputs).length > 0) continue
    const own = given.get(userId) ?? new Map()
    given.set(userId, own.set(itemId, inputs))
  }
  return [...given.values()].map((own) => {
    const scored = [...scoreTogether(framework, own)]
    return new Map(
      scored.flatMap(([id, result]) => (result.status === "scored" ? [[id, result.score] as const] : [])),
    )
  })
}

/**
 * Agreement on the scores that people's own values come to, over the items that all of them scored in full. Who scored
 * less than half of what the others did is left out: hardly an item could be compared.
 */
export function agreementOf(framework: Framework, entries: readonly RoundEntry[]): Agreement {
  const people = ownScores(framework, entries)
  const most = Math.max(0, ...people.map((own) => own.size))
  const compared = people.filter((own) => own.size > 0 && own.size * 2 >= most)
  const items = [...(compared[0]?.keys() ?? [])].filter((id) => compared.every((own) => own.has(id)))
  const ratings = items.map((id) => compared.map((own) => own.get(id)!))
  return {
    scorers: compared.length,
    items: items.length,
    w: kendallW(ratings)?.w ?? null,
    icc: intraclassCorrelations(ratings)?.agreement.value ?? null,
  }
}
