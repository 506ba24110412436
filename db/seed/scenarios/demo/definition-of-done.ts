import { setBoardPolicy } from "@/server/backlog/set-board-policy"
import { askWaiver } from "@/server/dod/ask-waiver"
import { chooseDeliverable } from "@/server/dod/choose-deliverable"
import "@/server/compose"
import type { Deliverable, Subject } from "@/server/dod/domain/deliverable"
import { markCheck } from "@/server/dod/mark-check"
import { observeChecks } from "@/server/dod/observe-checks"
import { publishTemplate } from "@/server/dod/publish-template"
import { recordReview } from "@/server/dod/record-review"
import { reopenCheck } from "@/server/dod/reopen-check"
import { saveDraft } from "@/server/dod/save-draft"
import { approveInDemo } from "./approve"
import type { Cast } from "./cast"
import { DASHBOARD, DATASET, PIPELINE, PIPELINE_NEXT } from "./definitions"
import type { StoryClock } from "./story-clock"

type Stage = {
  cast: Cast
  clock: StoryClock
  password: string
  added: { id: string; item: { title: string } }[]
}

const RETRY = "Retry on carrier limit"
const INCIDENT = "Root cause INC-207: carrier poll backs off for too long"
const FORECAST = "Forecast by product group instead of category"
const INVOICES = "Match carrier invoices with scan events"
const FORMULA = "Late parcel cost: agree the formula with finance"

async function publish(cast: Cast, deliverable: Deliverable, definition: typeof PIPELINE): Promise<void> {
  const { ctx } = cast.tomasz
  const { edits } = await saveDraft(ctx, { deliverable, edits: 0, definition })
  await publishTemplate(ctx, { deliverable, edits })
}

function subjectsOf(added: Stage["added"]) {
  return (title: string): Subject => {
    const found = added.find(({ item }) => item.title === title)
    if (!found) throw new Error(`The demo has no item “${title}”`)
    return { type: "item", id: found.id }
  }
}

/** The first definitions, the checklists of work under way, and what can wait for a while: before the work moves on. */
export async function beginDone({ cast, clock, password, added }: Stage): Promise<void> {
  const { priya, tomasz } = cast
  const subjectOf = subjectsOf(added)
  await publish(cast, "pipeline", PIPELINE)
  await publish(cast, "dataset", DATASET)
  await publish(cast, "dashboard", DASHBOARD)
  const start: [string, Deliverable][] = [
    [RETRY, "pipeline"],
    [INCIDENT, "pipeline"],
    [FORECAST, "pipeline"],
    [INVOICES, "dataset"],
    [FORMULA, "dashboard"],
  ]
  for (const [title, deliverable] of start)
    await chooseDeliverable(tomasz.ctx, { subject: subjectOf(title), deliverable })
  const green = (title: string, run: number) =>
    markCheck(priya.ctx, {
      subject: subjectOf(title),
      checkKey: "tests",
      evidenceUrl: `https://ci.northmark.example/runs/${run}`,
      note: "Seven nights in a row, no retry",
    })
  await green(RETRY, 4112)
  await green(INCIDENT, 4127)
  await recordReview(tomasz.ctx, {
    subject: subjectOf(RETRY),
    accepted: true,
    note: "Read the change and the alert. The retry stops after five attempts, as agreed",
  })
  const waive = async (title: string, checkKey: string, ends: number, reason: string) => {
    const asked = { subject: subjectOf(title), checkKey, reason, lastDay: clock.day(ends) }
    const { requestId } = await askWaiver(priya.ctx, asked)
    const note = "Acceptable for so long: the work-around was shown to me"
    await approveInDemo(cast, "sofia", password, { requestId, note })
  }
  await waive(
    INCIDENT,
    "runbook",
    60,
    "The runbook moves to the new wiki in December; until then the old page is right",
  )
  await waive(
    INVOICES,
    "contract",
    -2,
    "Finance signs the contract after the quarter's close; figures are not used before",
  )
  await waive(FORMULA, "sign-off", 5, "Hugo is away; his deputy agreed by mail and signs on his return")
}

/** A next version, a check that came undone, and a board that says what is missing. */
export async function continueDone({ cast, added }: Stage, productIds: Map<string, string>): Promise<void> {
  const { ines, tomasz } = cast
  await publish(cast, "pipeline", PIPELINE_NEXT)
  await reopenCheck(tomasz.ctx, {
    subject: subjectsOf(added)(INCIDENT),
    checkKey: "tests",
    reason: "The test of the refusing carrier failed twice last night",
  })
  const promise: Subject = { type: "product", id: productIds.get("delivery-promise")! }
  await chooseDeliverable(ines.ctx, { subject: promise, deliverable: "dataset" })
  await setBoardPolicy(tomasz.ctx, {
    version: 0,
    doneGate: "warn",
    reason: "We warn for one month, then the board refuses",
  })
  await observeChecks(tomasz.ctx, {})
}
