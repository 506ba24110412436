import { saveScores } from "@/server/scoring/save-scores"
import type { Cast } from "./cast"
import type { DemoItem } from "./demo-item"
import type { PersonId } from "./people"

type Added = { id: string; item: DemoItem }

/** Yearly benefit in thousand EUR, strategic fit, data readiness, and effort in person-weeks. */
const VIEWS: [title: string, benefit: number, fit: number, readiness: number, effort: number][] = [
  ["Fallback promise", 620, 5, 3, 12],
  ["Predict promise for click", 680, 5, 2, 18],
  ["Holiday calendar", 240, 4, 5, 4],
  ["Alert on promise drift", 300, 4, 4, 6],
  ["Replace nightly geocoder", 340, 3, 3, 16],
  ["Cold-chain parcels", 420, 4, 2, 20],
  ["Parcel shops", 180, 3, 2, 10],
  ["Freshness badge", 90, 3, 4, 3],
  ["A/B: narrower window", 260, 3, 4, 7],
  ["Return pickup promise", 380, 4, 3, 14],
  ["Weather feed", 120, 2, 3, 9],
  ["Two-hour windows", 460, 4, 2, 24],
]

/** Who sees more or less in it: finance halves the benefit of what needs stores, engineering doubts the data. */
function seenBy(
  person: PersonId,
  index: number,
  [, benefit, fit, readiness, effort]: (typeof VIEWS)[number],
) {
  const lean = [0, 1, 0, -1, 0, 0, 1][(index * 3 + person.length) % 7]!
  const disputed = index === 1
  return {
    yearly_benefit: Math.max(10, benefit + lean * 40 - (person === "hugo" && disputed ? 460 : 0)),
    strategic_fit: Math.min(5, Math.max(1, fit + (person === "sofia" ? lean : 0))),
    data_readiness: Math.min(5, Math.max(1, readiness + (person === "tomasz" ? -Math.abs(lean) : 0))),
    effort: Math.max(1, effort + lean * 2),
  }
}

/** Twelve items by weighted criteria, so that the weights themselves can be questioned. */
export async function scoreByWeights(
  cast: Cast,
  items: readonly Added[],
  scorers: readonly PersonId[],
  published: readonly { id: string; key: string }[],
): Promise<void> {
  const framework = published.find(({ key }) => key === "value_and_feasibility")!
  for (const person of scorers) {
    const scores = VIEWS.flatMap((view, index) => {
      const found = items.find(({ item }) => item.title.startsWith(view[0]))
      return found ? [{ itemId: found.id, inputs: seenBy(person, index, view) }] : []
    })
    await saveScores(cast[person].ctx, { frameworkId: framework.id, scores })
  }
}
