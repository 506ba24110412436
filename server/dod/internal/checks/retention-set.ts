import { retentionOf } from "@/server/privacy/retention-of"
import type { CheckProvider } from "../../check-provider"
import { verdicts } from "./verdicts"

/** Personal data that nobody deletes is kept for ever. */
export const retentionSet: CheckProvider = {
  id: "retention-set",
  label: "Retention set",
  why: "Personal data is deleted when its purpose ends, by a rule and not by chance.",
  subjects: ["item", "product"],
  params: [],
  async evaluate(ctx, subjects) {
    const found = await retentionOf(ctx, [...new Set(subjects.flatMap(({ productId }) => productId ?? []))])
    return verdicts(subjects, ({ productId }) => {
      if (!productId) return { state: "unknown", reason: "It belongs to no product whose data could be kept" }
      const facts = [{ label: "Retention", href: "/privacy/retention" }]
      const state = found.get(productId)
      if (!state) return { state: "unknown", reason: "Its retention cannot be read" }
      const rules = state.rules === 1 ? "1 retention rule" : `${state.rules} retention rules`
      if (state.set && state.rules > 0) return { state: "pass", reason: `${rules} in force`, facts }
      if (state.set) return { state: "pass", reason: "No personal data that would need a rule", facts }
      return { state: "fail", reason: state.missing.join("; "), facts }
    })
  },
}
