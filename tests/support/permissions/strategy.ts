import { BUILDERS, EVERYONE, type Group } from "./roles"

export const STRATEGY: Group[] = [
  [
    EVERYONE,
    [
      "strategy.getCoverage",
      "strategy.getInitiative",
      "strategy.getObjective",
      "strategy.listCell",
      "strategy.listGoals",
      "strategy.listInitiatives",
      "strategy.listObjectives",
      "strategy.listSubjectLinks",
      "strategy.listUncoveredItems",
    ],
  ],
  [
    ["administrator", "finance_reviewer"],
    ["strategy.correctSpending", "strategy.decideFunding", "strategy.recordSpending"],
  ],
  [
    ["administrator", "product_owner"],
    [
      "strategy.addKeyResult",
      "strategy.changeObjectiveState",
      "strategy.createInitiative",
      "strategy.createObjective",
      "strategy.dropInitiative",
      "strategy.dropKeyResult",
      "strategy.linkSubject",
      "strategy.requestFunding",
      "strategy.unlinkSubject",
      "strategy.updateInitiative",
      "strategy.updateKeyResult",
      "strategy.updateObjective",
    ],
  ],
  [
    [...BUILDERS, "finance_reviewer"],
    ["strategy.correctMeasurement", "strategy.recordMeasurement"],
  ],
]
