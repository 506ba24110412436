import { type Given, type RowDraft, shownScore } from "@/components/scoring/grid/score-drafts"
import { missingCriteria } from "@/server/scoring/domain/check-inputs"
import type { Framework } from "@/server/scoring/domain/framework"
import type { Workshop, WorkshopItem } from "../workshop-data"

/** What the person entered for an item in a round, as the server has it. */
export function givenIn({ mine }: Pick<Workshop, "mine">, round: number, itemId: string): Given | null {
  const entry = mine.entries.find((row) => row.round === round && row.itemId === itemId)
  return entry ? { inputs: entry.inputs, note: entry.note, version: entry.version } : null
}

/** Values to start from that count for nothing until they are chosen: of the round before, or given outside. */
export function hintsFor({ mine }: Pick<Workshop, "mine">, round: number, itemId: string) {
  for (let earlier = round - 1; earlier > 0; earlier--) {
    const before = givenIn({ mine }, earlier, itemId)
    if (before) return { inputs: before.inputs, words: `You gave this in round ${earlier}` }
  }
  const outside = mine.earlier.find((row) => row.itemId === itemId)
  return outside ? { inputs: outside.inputs, words: "You gave this before the workshop" } : null
}

export type ItemProgress = "done" | "partly" | "open"

export function progressOn(
  framework: Framework,
  mine: Given | null,
  draft: RowDraft | undefined,
): ItemProgress {
  const { inputs } = shownScore(mine, draft)
  const missing = missingCriteria(framework, inputs).length
  if (missing === 0) return "done"
  return missing < framework.criteria.length ? "partly" : "open"
}

/** Where to go on: the first item that is not done, from `from` on and around; the one after it when all are. */
export function nextOpen(
  items: readonly WorkshopItem[],
  progress: (itemId: string) => ItemProgress,
  from: number,
): number {
  for (let step = 1; step <= items.length; step++) {
    const at = (from + step) % items.length
    if (progress(items[at]!.itemId) !== "done") return at
  }
  return Math.min(from + 1, items.length - 1)
}
