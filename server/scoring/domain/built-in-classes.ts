import { range } from "./built-in-scales"
import type { Framework } from "./framework"
import { KANO_ANSWERS, MOSCOW_CLASSES } from "./named-answers"

export const MOSCOW: Framework = {
  key: "moscow",
  name: "MoSCoW",
  method: "moscow",
  description:
    "Must, Should, Could and Won't this time, with the effort of each item. Items rank by class, and within a class by their manual order. At most 60 % of the effort (not of the count) should be Must, and about 20 % Could, or nothing can give way when work takes longer.",
  source: "Dai Clegg, 1994; Agile Business Consortium, DSDM handbook, chapter 10: MoSCoW prioritisation.",
  criteria: [
    {
      key: "class",
      name: "Class",
      help: "Must: without it there is no point in delivering at all. Should: painful to leave out, and there is a way around. Could: wanted. Won't: agreed not to do this time.",
      unit: "",
      direction: "benefit",
      scale: { kind: "choices", choices: [...MOSCOW_CLASSES] },
      ends: { low: "Agreed not to do this time", high: "Without it, no delivery" },
    },
    {
      key: "effort",
      name: "Effort",
      help: "Work of everybody involved. The shares of the classes are shares of this effort.",
      unit: "person-days",
      direction: "cost",
      scale: range(0, 10_000),
      ends: { low: "No work", high: "A programme" },
    },
  ],
}

const kanoQuestion = (
  key: string,
  name: string,
  help: string,
  direction: "benefit" | "cost",
): Framework["criteria"][number] => ({
  key,
  name,
  help,
  unit: "",
  direction,
  scale: { kind: "choices", choices: [...KANO_ANSWERS] },
})

export const KANO: Framework = {
  key: "kano",
  name: "Kano",
  method: "kano",
  description:
    "Two questions per person: how do you feel if it is there, and if it is not. The pair of answers is must-be, one-dimensional, attractive, indifferent, reverse or questionable, and people are counted. Better says how much having it adds to satisfaction, worse how much missing it takes away; items rank by better − worse. It measures what customers feel, not what it is worth to us: ask customers, or people who know them.",
  source:
    "Noriaki Kano and others, “Attractive quality and must-be quality”, 1984; table and coefficients: Berger and others, “Kano's methods for understanding customer-defined quality”, 1993.",
  criteria: [
    kanoQuestion("functional", "If it is there", "How do you feel if the product has it?", "benefit"),
    kanoQuestion(
      "dysfunctional",
      "If it is not there",
      "How do you feel if the product does not have it?",
      "cost",
    ),
  ],
}
