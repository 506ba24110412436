import { ACTORS, EVERYONE, type Group, RANKERS } from "./roles"

export const SCORING: Group[] = [
  [
    EVERYONE,
    [
      "scoring.explainScore",
      "scoring.listFrameworks",
      "scoring.listScores",
      "scoring.measureAgreement",
      "scoring.measureRobustness",
      "scoring.plotItems",
      "scoring.rankItems",
      "scoring.summariseRanking",
    ],
  ],
  [ACTORS, ["scoring.carryScores", "scoring.discardScores", "scoring.restoreScores", "scoring.saveScores"]],
  [RANKERS, ["scoring.adoptOrder"]],
  [
    ["administrator", "product_owner"],
    [
      "scoring.cancelBlindRound",
      "scoring.publishBuiltInFrameworks",
      "scoring.publishFramework",
      "scoring.rebuildStandings",
      "scoring.revealScores",
      "scoring.startBlindRound",
    ],
  ],
]
