import type { Framework } from "@/server/scoring/domain/framework"

const criterion = (
  key: string,
  name: string,
  direction: "benefit" | "cost",
  min: number,
): Framework["criteria"][number] => ({
  key,
  name,
  help: "",
  unit: "points",
  direction,
  scale: { kind: "range", min, max: 10 },
})

const blank = { key: "", name: "", description: "", source: "" }

/** What a framework of one's own may start from, besides a copy of a published one. */
export const STARTS: Record<string, { label: string; about: string; framework: Framework }> = {
  formula: {
    label: "Own formula",
    about: "Criteria put into a formula of your own, with named parts, min, max, roots, logarithms and if().",
    framework: {
      ...blank,
      method: "expression",
      expression: "value / effort",
      criteria: [criterion("value", "Value", "benefit", 0), criterion("effort", "Effort", "cost", 1)],
    },
  },
  weighted: {
    label: "Weighted criteria",
    about:
      "Criteria on their declared ranges with weights: points, swing weights, order of importance, or pairs (AHP).",
    framework: {
      ...blank,
      method: "weighted_sum",
      weighting: { way: "swing" },
      criteria: [
        { ...criterion("value", "Value", "benefit", 0), weight: 100 },
        { ...criterion("effort", "Effort", "cost", 1), weight: 50 },
      ],
    },
  },
}
