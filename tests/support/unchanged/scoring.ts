import { sql } from "drizzle-orm"
import { cancelBlindRound } from "@/server/scoring/cancel-blind-round"
import { startBlindRound } from "@/server/scoring/start-blind-round"
import { advanceWorkshop } from "@/server/workshops/advance-workshop"
import { openWorkshop } from "@/server/workshops/open-workshop"
import { ADDS, conflicting, quiet, ruledOut, type Scene, type Unchanged } from "./scene"

const ICE = { frameworkKey: "ice" }
const reason = "Test"
const workshop = (s: Scene) => ({ id: s.ids.workshopId })
const inputs = { impact: 5, confidence: 5, ease: 5 }
const anotherWorkshop = (s: Scene) =>
  openWorkshop(s.ctx, { title: "Another", frameworkKey: "ice", itemIds: [s.ids.itemId, s.ids.secondId] })
const blind = async (s: Scene) => {
  await startBlindRound(s.ctx, { ...ICE, scorerIds: [s.ctx.userId, s.other.userId], reason })
}
const setAside = async (s: Scene) => {
  await blind(s)
  await cancelBlindRound(s.ctx, { ...ICE, reason })
}
const ownScore = (s: Scene) =>
  s.number(sql`select version::int as found from scores where item_id = ${s.ids.itemId}::uuid`)
const ownEntry = (s: Scene) =>
  s.number(sql`select version::int as found from workshop_entries where item_id = ${s.ids.itemId}::uuid`)

/** In the order in which a workshop goes. */
export const UNCHANGED_SCORING: Unchanged = {
  "scoring.saveScores": quiet(async (s) => ({
    frameworkId: s.ids.frameworkId,
    scores: [{ itemId: s.ids.itemId, inputs, note: "", version: await ownScore(s) }],
  })),
  "scoring.adoptOrder": quiet(() => ({ ...ICE, reason })),
  "scoring.carryScores": ruledOut(() => ({ ...ICE, from: 1, dryRun: false, reason })),
  "scoring.publishBuiltInFrameworks": quiet(() => ({})),
  "scoring.publishFramework": "each call publishes a version",
  "scoring.rebuildStandings": quiet(() => ({ stale: true })),
  "workshops.openWorkshop": ADDS,
  "workshops.joinWorkshop": quiet(workshop),
  "workshops.takeOverWorkshop": ruledOut(workshop),
  "workshops.advanceWorkshop": conflicting((s) => ({
    ...workshop(s),
    to: "scoring",
    from: { phase: "lobby", round: 0 },
  })),
  "workshops.setTimer": quiet((s) => ({ ...workshop(s), add: 0 })),
  "workshops.saveEntries": quiet(async (s) => ({
    ...workshop(s),
    round: 1,
    entries: [{ itemId: s.ids.itemId, inputs, version: await ownEntry(s) }],
  })),
  "workshops.finishScoring": quiet((s) => ({ ...workshop(s), round: 1 })),
  "workshops.focusItem": quiet(
    (s) => ({ ...workshop(s), itemId: s.ids.itemId }),
    (s) => advanceWorkshop(s.ctx, { ...workshop(s), to: "discussing", from: { phase: "scoring", round: 1 } }),
  ),
  "workshops.recordDissent": quiet((s) => ({ ...workshop(s), text: "I see it otherwise" })),
  "workshops.closeWorkshop": ruledOut(
    (s) => ({ ...workshop(s), from: { phase: "deciding", round: 1 }, decision: "As scored" }),
    (s) =>
      advanceWorkshop(s.ctx, { ...workshop(s), to: "deciding", from: { phase: "discussing", round: 1 } }),
  ),
  "workshops.adoptWorkshopOrder": quiet(workshop),
  "workshops.endWorkshop": ruledOut((_, { id }) => ({ id, reason }), anotherWorkshop),
  "scoring.startBlindRound": ruledOut((s) => ({
    ...ICE,
    scorerIds: [s.ctx.userId, s.other.userId],
    reason,
  })),
  "scoring.cancelBlindRound": ruledOut(() => ({ ...ICE, reason })),
  "scoring.restoreScores": ruledOut(() => ICE),
  "scoring.discardScores": ruledOut(() => ICE, setAside),
  "scoring.revealScores": ruledOut(() => ({ ...ICE, reason }), blind),
}
