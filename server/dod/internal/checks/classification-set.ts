import { classificationOf } from "@/server/catalog/classification-of"
import type { CheckProvider } from "../../check-provider"
import { verdicts } from "./verdicts"

/** Data without a level is handled by nobody's rules. */
export const classificationSet: CheckProvider = {
  id: "classification-set",
  label: "Classification set",
  why: "Everybody who touches the data knows which handling rules apply.",
  subjects: ["item", "product"],
  params: [],
  async evaluate(ctx, subjects) {
    const found = await classificationOf(ctx, [
      ...new Set(subjects.flatMap(({ productId }) => productId ?? [])),
    ])
    return verdicts(subjects, ({ productId, productPath }) => {
      if (!productId)
        return { state: "unknown", reason: "It belongs to no product whose data could be classified" }
      const facts = [{ label: "Classification", href: productPath ?? "/products" }]
      const state = found.get(productId)
      if (!state) return { state: "unknown", reason: "Its classification cannot be read" }
      if (state.set) return { state: "pass", reason: `Classified as ${state.levelName}`, facts }
      return { state: "fail", reason: state.missing.join("; "), facts }
    })
  },
}
