import { choices, range } from "./built-in-scales"
import type { Framework } from "./framework"

const points = (...labels: [string, string, string, string, string]) =>
  choices(...labels.map((label, index): [number, string] => [index + 1, label]))

const effort = {
  key: "effort",
  name: "Effort",
  help: "Work until it is in use. Less is better.",
  unit: "person-weeks",
  direction: "cost" as const,
  scale: range(1, 52),
  ends: { low: "One week", high: "A year of one person" },
}

export const AHP: Framework = {
  key: "ahp",
  name: "AHP",
  method: "weighted_sum",
  description:
    "Criteria weighted by comparing them in pairs, each pair on a scale from 1 (equally important) to 9 (extremely more important). The weights are the principal eigenvector of the judgements; the consistency ratio says how far the judgements contradict each other, and above 0.10 they should be made again. The scores are absolute: Σ weight × value on the declared ranges.",
  source:
    "Thomas Saaty, “Decision making with the analytic hierarchy process”, International Journal of Services Sciences 1, 2008, doi 10.1504/IJSSCI.2008.017590.",
  weighting: {
    way: "pairwise",
    judgements: [
      { first: "user_value", second: "urgency", value: 3 },
      { first: "user_value", second: "risk_reduced", value: 4 },
      { first: "user_value", second: "effort", value: 2 },
      { first: "urgency", second: "risk_reduced", value: 2 },
      { first: "urgency", second: "effort", value: 1 / 2 },
      { first: "risk_reduced", second: "effort", value: 1 / 2 },
    ],
  },
  criteria: [
    {
      key: "user_value",
      name: "User value",
      help: "What people who use it gain.",
      unit: "points",
      direction: "benefit",
      scale: points("None", "Little", "Some", "Much", "Decisive"),
      ends: { low: "Nobody gains", high: "Decides whether they use us" },
    },
    {
      key: "urgency",
      name: "Urgency",
      help: "How fast the value decays if it is late.",
      unit: "points",
      direction: "benefit",
      scale: points("None", "This year", "This quarter", "This month", "Overdue"),
      ends: { low: "Later is as good", high: "Late already" },
    },
    {
      key: "risk_reduced",
      name: "Risk reduced",
      help: "What risk to people, data or service it takes away.",
      unit: "points",
      direction: "benefit",
      scale: points("None", "Small", "Medium", "High", "Grave"),
      ends: { low: "Changes no risk", high: "Ends a grave one" },
    },
    effort,
  ],
}

export const TOPSIS: Framework = {
  key: "topsis",
  name: "TOPSIS",
  method: "topsis",
  description:
    "Ranks items by how close they come to the best value on every criterion and how far they stay from the worst, among the items of the list. The score is relative to that list: another item or another filter changes it, so do not compare it across lists.",
  source:
    "Ching-Lai Hwang and Kwangsun Yoon, Multiple Attribute Decision Making, 1981; vectors: Tzeng & Huang 2011.",
  weighting: { way: "swing" },
  criteria: [
    {
      key: "yearly_benefit",
      name: "Yearly benefit",
      help: "Money gained or saved in a year once it is in use, as finance would count it.",
      unit: "thousand EUR per year",
      direction: "benefit",
      scale: range(0, 1000),
      ends: { low: "No benefit in money", high: "A million a year" },
      weight: 100,
    },
    {
      key: "people_served",
      name: "People served",
      help: "How many people meet it in a month.",
      unit: "people per month",
      direction: "benefit",
      scale: range(0, 10_000_000),
      ends: { low: "Nobody", high: "Everybody we serve" },
      weight: 60,
    },
    { ...effort, weight: 50 },
  ],
}
