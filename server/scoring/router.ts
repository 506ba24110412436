import { read, router, write } from "@/server/kernel/trpc"
import { adoptOrder } from "./adopt-order"
import { cancelBlindRound } from "./cancel-blind-round"
import { carryScores } from "./carry-scores"
import { discardScores } from "./discard-scores"
import { explainScore } from "./explain-score"
import { listFrameworks } from "./list-frameworks"
import { listScores } from "./list-scores"
import { measureAgreement } from "./measure-agreement"
import { measureRobustness } from "./measure-robustness"
import { plotItems } from "./plot-items"
import { publishBuiltInFrameworks } from "./publish-built-in-frameworks"
import { publishFramework } from "./publish-framework"
import { rankItems } from "./rank-items"
import { rebuildStandings } from "./rebuild-standings"
import { restoreScores } from "./restore-scores"
import { revealScores } from "./reveal-scores"
import { saveScores } from "./save-scores"
import { startBlindRound } from "./start-blind-round"
import { summariseRanking } from "./summarise-ranking"

export const scoringRouter = router({
  listFrameworks: read(listFrameworks),
  publishFramework: write(publishFramework),
  publishBuiltInFrameworks: write(publishBuiltInFrameworks),
  listScores: read(listScores),
  saveScores: write(saveScores),
  carryScores: write(carryScores),
  rankItems: read(rankItems),
  plotItems: read(plotItems),
  summariseRanking: read(summariseRanking),
  explainScore: read(explainScore),
  measureAgreement: read(measureAgreement),
  measureRobustness: read(measureRobustness),
  adoptOrder: write(adoptOrder),
  startBlindRound: write(startBlindRound),
  revealScores: write(revealScores),
  cancelBlindRound: write(cancelBlindRound),
  restoreScores: write(restoreScores),
  discardScores: write(discardScores),
  rebuildStandings: write(rebuildStandings),
})
