import { publishBuiltInFrameworks } from "@/server/scoring/publish-built-in-frameworks"
import { saveScores } from "@/server/scoring/save-scores"
import type { Cast } from "./cast"
import type { DemoItem } from "./demo-item"
import { scoreOtherwise } from "./other-scores"
import type { PersonId } from "./people"
import { scoreByWeights } from "./weighted-scores"

const SCALE = [1, 2, 3, 5, 8, 13, 20]
const SCORERS: PersonId[] = ["ines", "tomasz", "priya", "hugo", "sofia"]
const CRITERIA = ["business_value", "time_criticality", "risk_reduction", "job_size"] as const

const NOTES: Partial<Record<PersonId, string>> = {
  hugo: "No cashable benefit until the stores are staffed for it",
  ines: "Every fifth customer is affected",
}

/** One step up or down the scale for some people on some criteria: people agree roughly, never exactly. */
function nuance(base: number, item: number, scorer: number, criterion: number): number {
  const lean = [0, 0, 1, 0, -1, 0, 0, 0, 1, 0, 0][(item * 7 + scorer * 5 + criterion * 3) % 11]!
  const step = Math.min(SCALE.length - 1, Math.max(0, SCALE.indexOf(base) + lean))
  return SCALE[step]!
}

function inputsOf(item: DemoItem, index: number, scorer: number): Record<string, number> {
  const inputs = Object.fromEntries(
    CRITERIA.map((criterion, c) => [criterion, nuance(item.wsjf![c]!, index, scorer, c)]),
  )
  if (item.split === "business_value") {
    if (SCORERS[scorer] === "hugo") inputs.business_value = 3
    if (SCORERS[scorer] === "ines") inputs.business_value = 13
  }
  return inputs
}

/** Two people score everything that is ready for it; the others leave a quarter for later. */
const leavesOut = (scorer: number, index: number) =>
  !["tomasz", "priya"].includes(SCORERS[scorer]!) && (index + scorer) % 4 === 3

/** Publishes the frameworks and has five people score, each three quarters or more of what is ready for it. */
export async function scoreItems(cast: Cast, items: { id: string; item: DemoItem }[]): Promise<void> {
  const { published } = await publishBuiltInFrameworks(cast.ines.ctx, {})
  const wsjf = published.find((framework) => framework.key === "wsjf")!
  const scorable = items.filter(({ item }) => item.wsjf)
  for (const [scorer, person] of SCORERS.entries()) {
    const scores = scorable
      .map(({ id, item }, index) => ({ id, item, index }))
      .filter(({ item, index }) => item.split || !leavesOut(scorer, index))
      .map(({ id, item, index }) => ({
        itemId: id,
        inputs: inputsOf(item, index, scorer),
        note: item.split ? (NOTES[person] ?? "") : "",
      }))
    await saveScores(cast[person].ctx, { frameworkId: wsjf.id, scores })
  }
  await scoreOtherwise(cast, items, SCORERS, published)
  await scoreByWeights(cast, items, SCORERS, published)
}
