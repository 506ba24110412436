import { saveScores } from "@/server/scoring/save-scores"
import type { Cast } from "./cast"
import type { DemoItem } from "./demo-item"
import type { PersonId } from "./people"

type Added = { id: string; item: DemoItem }
type Published = readonly { id: string; key: string }[]

/** Class (4 Must to 1 Won't) and person-days of the promise for the next release: Must takes too much of it. */
const CLASSES: [title: string, moscow: number, days: number][] = [
  ["Root cause INC-207", 4, 6],
  ["Fallback promise", 4, 26],
  ["Predict promise for click", 4, 16],
  ["Alert on promise drift", 4, 10],
  ["Add recipient phone", 4, 10],
  ["Holiday calendar", 4, 10],
  ["Replace nightly geocoder", 4, 26],
  ["Cold-chain parcels", 3, 16],
  ["A/B: narrower window", 3, 16],
  ["Retire promise_v1", 3, 10],
  ["Show promise confidence", 2, 6],
  ["Freshness badge", 2, 6],
  ["Document 14 undocumented", 1, 4],
  ["Parcel shops", 1, 10],
]

/** Cost of delay in thousand EUR per week, and weeks: product owner and finance. */
const DELAYS: [title: string, ines: [number, number], hugo: [number, number]][] = [
  ["Match carrier invoices", [42, 7], [38, 7]],
  ["Predict promise for click", [30, 4], [14, 4]],
  ["Fallback promise", [28, 5], [20, 6]],
  ["Root cause INC-207", [12, 1], [9, 1]],
  ["Voucher cost in the month", [6, 2], [8, 2]],
  ["Stock after click", [25, 4], [24, 4]],
  ["First list for the care team", [18, 2], [11, 3]],
  ["Reconcile cycle counts", [10, 2], [7, 2]],
]

const starting = (items: readonly Added[], title: string) =>
  items.find(({ item }) => item.title.startsWith(title))!

/** Some people lean up or down: nobody sees it quite the same. */
const leaning = (item: number, scorer: number) =>
  [0, 0, 1, 0, -1, 0, 0, 1, 0, -1, 0][(item * 5 + scorer * 7) % 11]!

/** Value in points of 100 and effort in person-days, as a person sees them. */
function valueAndEffort({ wsjf, estimate }: DemoItem, index: number, scorer: number) {
  const [value, time, risk] = wsjf!
  const points = Math.min(95, Math.round(((value * 2 + time + risk) * 100) / 230) * 5)
  const lean = leaning(index, scorer)
  return {
    value: Math.min(100, Math.max(5, points + lean * 10)),
    effort: Math.max(1, estimate * 2 + leaning(index + 3, scorer)),
  }
}

/** Value and effort of 30 items and MoSCoW of one product by five people, CD3 by two. */
export async function scoreOtherwise(
  cast: Cast,
  items: readonly Added[],
  scorers: readonly PersonId[],
  published: Published,
): Promise<void> {
  const frameworkId = (key: string) => published.find((framework) => framework.key === key)!.id
  const open = items.filter(({ item }) => item.wsjf && item.status !== "done").slice(0, 30)
  for (const [scorer, person] of scorers.entries()) {
    const { ctx } = cast[person]
    await saveScores(ctx, {
      frameworkId: frameworkId("value_effort"),
      scores: open.map(({ id, item }, index) => ({
        itemId: id,
        inputs: valueAndEffort(item, index, scorer),
      })),
    })
    await saveScores(ctx, {
      frameworkId: frameworkId("moscow"),
      scores: CLASSES.map(([title, moscow, effort], index) => ({
        itemId: starting(items, title).id,
        inputs: { class: Math.min(4, Math.max(1, moscow + leaning(index, scorer))), effort },
      })),
    })
  }
  for (const person of ["ines", "hugo"] as const) {
    const scores = DELAYS.map(([title, ines, hugo]) => {
      const [cost_of_delay, duration] = person === "ines" ? ines : hugo
      return { itemId: starting(items, title).id, inputs: { cost_of_delay, duration } }
    })
    await saveScores(cast[person].ctx, { frameworkId: frameworkId("cd3"), scores })
  }
}
