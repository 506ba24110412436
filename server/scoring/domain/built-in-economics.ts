import { range } from "./built-in-scales"
import type { Framework } from "./framework"

export const CD3: Framework = {
  key: "cd3",
  name: "CD3",
  method: "cd3",
  description:
    "Cost of delay divided by duration: what a week of waiting costs, per week of work. In this order the waiting of all items together costs least. A score twice as high does not mean twice the outcome, so the ranking also shows what its order costs against the present one.",
  source:
    "Donald Reinertsen, The Principles of Product Development Flow, 2009; the name and the worked example: Joshua Arnold, Black Swan Farming.",
  criteria: [
    {
      key: "cost_of_delay",
      name: "Cost of delay",
      help: "What one more week without it costs: revenue not earned, cost not saved, fines and churn. An estimate in money, not points.",
      unit: "thousand EUR per week",
      direction: "benefit",
      scale: range(0, 100_000),
      ends: { low: "Nobody would notice the week", high: "The company stands still" },
    },
    {
      key: "duration",
      name: "Duration",
      help: "Weeks from start to use, with the people who would do it. Calendar time, not work.",
      unit: "weeks",
      direction: "cost",
      scale: range(0.2, 200),
      ends: { low: "One day", high: "Four years" },
    },
  ],
}

export const OPPORTUNITY: Framework = {
  key: "opportunity",
  name: "Opportunity",
  method: "opportunity",
  description:
    "Importance × (1 − satisfaction), both from 0 to 1: what matters to people and is badly served today. It says where to look, not what it costs to serve.",
  source: "Dan Olsen, The Lean Product Playbook, 2015.",
  criteria: [
    {
      key: "importance",
      name: "Importance",
      help: "How important the need is to the people who have it. Ask them; 0.9 is “nine of ten call it important”.",
      unit: "share",
      direction: "benefit",
      scale: range(0, 1),
      ends: { low: "Nobody cares", high: "Everybody needs it" },
    },
    {
      key: "satisfaction",
      name: "Satisfaction",
      help: "How well the need is met today, by us or by a work-around.",
      unit: "share",
      direction: "cost",
      scale: range(0, 1),
      ends: { low: "Not met at all", high: "Nothing to wish for" },
    },
  ],
}

export const VALUE_EFFORT: Framework = {
  key: "value_effort",
  name: "Value and effort",
  method: "value_effort",
  description:
    "Value ÷ effort, with the matrix of quick wins, big bets, fill-ins and questionable items, split at the declared thresholds. Good for a first sorting in a room; it knows neither urgency nor confidence.",
  source: "The action-priority matrix, in common use without one source; the quotient is return on effort.",
  thresholds: { value: 50, effort: 10 },
  criteria: [
    {
      key: "value",
      name: "Value",
      help: "What it is worth to users and company, compared with the best thing we could do (100).",
      unit: "points",
      direction: "benefit",
      scale: range(0, 100),
      ends: { low: "Worth nothing", high: "The best we could do" },
    },
    {
      key: "effort",
      name: "Effort",
      help: "Work of everybody involved until it is in use.",
      unit: "person-days",
      direction: "cost",
      scale: range(0.5, 1000),
      ends: { low: "Half a day", high: "A programme" },
    },
  ],
}
