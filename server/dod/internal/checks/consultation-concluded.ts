import { consultationStandings } from "@/server/dpia/consultation-standings"
import { shortDay } from "@/server/strategy/domain/day-words"
import type { CheckProvider } from "../../check-provider"
import { verdicts } from "./verdicts"

/** A high risk that remains is put to the supervisory authority before anything goes out (Art. 36 GDPR). */
export const consultationConcluded: CheckProvider = {
  id: "consultation-concluded",
  label: "Prior consultation concluded",
  why: "Where a high risk to people remains, the supervisory authority advises before it becomes real.",
  subjects: ["item", "product"],
  params: [],
  async evaluate(ctx, subjects) {
    const productIds = [...new Set(subjects.flatMap(({ productId }) => productId ?? []))]
    const itemIds = subjects.filter(({ type }) => type === "item").map(({ id }) => id)
    const standings = await consultationStandings(ctx, { productIds, itemIds })
    const ofProduct = Map.groupBy(
      standings.filter(({ itemId }) => itemId === null),
      ({ productId }) => productId,
    )
    const ofItem = Map.groupBy(standings, ({ itemId }) => itemId)
    return verdicts(subjects, ({ type, id, productId }) => {
      const its = [
        ...(type === "item" ? (ofItem.get(id) ?? []) : []),
        ...(productId === null ? [] : (ofProduct.get(productId) ?? [])),
      ]
      const facts = its.map(({ key, path }) => ({ label: key, href: path }))
      const blocked = its.flatMap(({ reason }) => reason ?? [])
      if (blocked.length > 0) return { state: "fail", reason: blocked.join(". "), facts }
      const advised = its.flatMap(({ key, high, adviceOn }) =>
        high && adviceOn !== null ? `The authority advised on ${key} on ${shortDay(adviceOn)}` : [],
      )
      return { state: "pass", reason: advised.join(". ") || "No assessment leaves a high risk", facts }
    })
  },
}
