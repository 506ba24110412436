import { read, router, write } from "@/server/kernel/trpc"
import { adoptOrder } from "./adopt-order"
import { explainScore } from "./explain-score"
import { listFrameworks } from "./list-frameworks"
import { listScores } from "./list-scores"
import { publishBuiltInFrameworks } from "./publish-built-in-frameworks"
import { publishFramework } from "./publish-framework"
import { rankItems } from "./rank-items"
import { saveScores } from "./save-scores"

export const scoringRouter = router({
  listFrameworks: read(listFrameworks),
  publishFramework: write(publishFramework),
  publishBuiltInFrameworks: write(publishBuiltInFrameworks),
  listScores: read(listScores),
  saveScores: write(saveScores),
  rankItems: read(rankItems),
  explainScore: read(explainScore),
  adoptOrder: write(adoptOrder),
})
