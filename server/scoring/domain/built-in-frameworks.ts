import { KANO, MOSCOW } from "./built-in-classes"
import { AHP, TOPSIS } from "./built-in-comparisons"
import { CD3, OPPORTUNITY, VALUE_EFFORT } from "./built-in-economics"
import { choices, range } from "./built-in-scales"
import type { Framework } from "./framework"

const wsjfScale = choices([1, "1"], [2, "2"], [3, "3"], [5, "5"], [8, "8"], [13, "13"], [20, "20"])
const tenScale = range(1, 10, { integer: true, step: 1 })

export const RICE: Framework = {
  key: "rice",
  name: "RICE",
  method: "rice",
  description:
    "Reach × impact × confidence ÷ effort: how much an item does for how many people, per person-month of work. Reach is counted over one fixed period, so two items compare.",
  source: "Sean McBride, “RICE: Simple prioritization for product managers”, Intercom, 2016.",
  period: "quarter",
  criteria: [
    {
      key: "reach",
      name: "Reach",
      help: "How many people meet the change in one quarter. Count them from data rather than guess.",
      unit: "people per quarter",
      direction: "benefit",
      scale: range(0, 10_000_000),
      ends: { low: "Nobody meets it", high: "Everybody we serve meets it" },
    },
    {
      key: "impact",
      name: "Impact",
      help: "How much it changes for each person who meets it.",
      unit: "factor",
      direction: "benefit",
      scale: choices([0.25, "Minimal"], [0.5, "Low"], [1, "Medium"], [2, "High"], [3, "Massive"]),
      ends: { low: "Hardly noticed", high: "Changes how they work" },
    },
    {
      key: "confidence",
      name: "Confidence",
      help: "How well reach, impact and effort are backed by evidence. Below 50 % it is a moonshot: test before you build.",
      unit: "share",
      direction: "benefit",
      scale: choices([0.2, "20 %, moonshot"], [0.5, "50 %, low"], [0.8, "80 %, medium"], [1, "100 %, high"]),
      ends: { low: "A hunch", high: "Measured" },
    },
    {
      key: "effort",
      name: "Effort",
      help: "Work of everybody involved until it is in use. Half a person-month is the least; zero is not an estimate.",
      unit: "person-months",
      direction: "cost",
      scale: range(0.5, 1000, { step: 0.5 }),
      ends: { low: "Two weeks of one person", high: "A programme" },
    },
  ],
}

const wsjfCriterion = (key: string, name: string, help: string, low: string, high: string) => ({
  key,
  name,
  help: `${help} Score column by column, relative to the other items; the smallest item of each column gets the 1.`,
  unit: "relative points",
  direction: "benefit" as const,
  scale: wsjfScale,
  ends: { low, high },
})

export const WSJF: Framework = {
  key: "wsjf",
  name: "WSJF",
  method: "wsjf",
  description:
    "Weighted shortest job first: (user-business value + time criticality + risk reduction or opportunity enablement) ÷ job size. Small jobs whose delay costs most come first. Know its limit: summed relative points are no longer money, so they give no trade-off rule (Jason Yip). Reinertsen's original divides the cost of delay, in money per week, by the duration.",
  source:
    "Scaled Agile Framework, “WSJF”; after Donald Reinertsen, The Principles of Product Development Flow, 2009. Critique: Jason Yip, on weighting relative points.",
  criteria: [
    wsjfCriterion(
      "business_value",
      "User-business value",
      "What users and the business gain.",
      "Nice to have",
      "What we are here for",
    ),
    wsjfCriterion(
      "time_criticality",
      "Time criticality",
      "How fast the value decays if it is late.",
      "Later is as good",
      "Worthless after the date",
    ),
    wsjfCriterion(
      "risk_reduction",
      "Risk reduction or opportunity enablement",
      "What risk it removes or what it makes possible.",
      "Changes no risk",
      "Opens or saves something big",
    ),
    {
      ...wsjfCriterion(
        "job_size",
        "Job size",
        "How long the job takes, as a size.",
        "The smallest job",
        "The largest job",
      ),
      direction: "cost",
    },
  ],
}

const iceCriterion = (key: string, name: string, help: string, low: string, high: string) => ({
  key,
  name,
  help,
  unit: "points",
  direction: "benefit" as const,
  scale: tenScale,
  ends: { low, high },
})

export const ICE: Framework = {
  key: "ice",
  name: "ICE",
  method: "ice",
  description:
    "Impact × confidence × ease, each from 1 to 10. Quick to fill in, and coarse: use it to sort experiments, not to compare large investments.",
  source:
    "Commonly credited to Sean Ellis (growth teams). The scale of 1 to 10 is a convention, not a standard.",
  criteria: [
    iceCriterion(
      "impact",
      "Impact",
      "How much it moves the measure we care about.",
      "Barely",
      "A great deal",
    ),
    iceCriterion("confidence", "Confidence", "How sure we are of the impact.", "A hunch", "Proven here"),
    iceCriterion(
      "ease",
      "Ease",
      "How easy it is to do: 10 is the least work.",
      "A long project",
      "Done in a day",
    ),
  ],
}

export const VALUE_AND_FEASIBILITY: Framework = {
  key: "value_and_feasibility",
  name: "Value and feasibility",
  method: "weighted_sum",
  description:
    "Four criteria on their declared ranges, weighted: Σ weight × value, each value scaled to 0–1 (costs reversed). The score runs from 0 to 1. A weight means nothing without its range: when a range changes, weigh again.",
  source:
    "Additive value model with swing weights: Edwards & Barron, “SMARTS and SMARTER”, Organizational Behavior and Human Decision Processes 60, 1994.",
  criteria: [
    {
      key: "yearly_benefit",
      name: "Yearly benefit",
      help: "Money gained or saved in a year once it is in use, as finance would count it.",
      unit: "thousand EUR per year",
      direction: "benefit",
      scale: range(0, 1000),
      ends: { low: "No benefit in money", high: "A million a year" },
      weight: 40,
    },
    {
      key: "strategic_fit",
      name: "Strategic fit",
      help: "How directly it serves an objective of this year.",
      unit: "points",
      direction: "benefit",
      scale: choices([1, "None"], [2, "Indirect"], [3, "Supports one"], [4, "Needed for one"], [5, "Is one"]),
      ends: { low: "Serves no objective", high: "Is an objective" },
      weight: 25,
    },
    {
      key: "data_readiness",
      name: "Data readiness",
      help: "Whether the data exist, may be used, and are good enough.",
      unit: "points",
      direction: "benefit",
      scale: choices([1, "Missing"], [2, "Scattered"], [3, "Usable"], [4, "Good"], [5, "Under contract"]),
      ends: { low: "Data do not exist", high: "Contracted and monitored" },
      weight: 20,
    },
    {
      key: "effort",
      name: "Effort",
      help: "Work until it is in use. Less is better.",
      unit: "person-weeks",
      direction: "cost",
      scale: range(1, 52),
      ends: { low: "One week", high: "A year of one person" },
      weight: 15,
    },
  ],
}

/** The frameworks a new workspace starts with, as version 1 of each. */
export const BUILT_IN_FRAMEWORKS: readonly Framework[] = [
  RICE,
  WSJF,
  ICE,
  CD3,
  VALUE_EFFORT,
  MOSCOW,
  KANO,
  OPPORTUNITY,
  VALUE_AND_FEASIBILITY,
  AHP,
  TOPSIS,
]
