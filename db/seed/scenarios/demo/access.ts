import { closeReview } from "@/server/access/close-review"
import { createReview } from "@/server/access/create-review"
import { decideLines } from "@/server/access/decide-lines"
import { addDays } from "@/server/access/domain/days"
import type { LineDecision } from "@/server/access/domain/review"
import type { ReviewLine } from "@/server/access/domain/review-line"
import { printReview } from "@/server/access/print-review"
import { recordExecution } from "@/server/access/record-execution"
import { requestAccess } from "@/server/access/request-access"
import { startReview } from "@/server/access/start-review"
import { grantRole } from "@/server/members/grant-role"
import { approveInDemo } from "./approve"
import type { Cast } from "./cast"
import type { PersonId } from "./people"
import type { StoryClock } from "./story-clock"

type Stage = {
  cast: Cast
  clock: StoryClock
  password: string
  productIds: Map<string, string>
  assetIds: Map<string, string>
}

type Wish = Omit<Parameters<typeof requestAccess>[1], "productId" | "assetId"> & {
  product?: string
  asset?: string
}

const ask = ({ cast, productIds, assetIds }: Stage, by: PersonId, { product, asset, ...wish }: Wish) =>
  requestAccess(cast[by].ctx, {
    ...wish,
    productId: product ? productIds.get(product)! : null,
    assetId: asset ? assetIds.get(asset)! : null,
  })

/** Asked for, approved and set up by the engineer, all on one day. */
async function give(stage: Stage, by: PersonId, wish: Wish, from: PersonId, ticket: string): Promise<string> {
  const { cast, password } = stage
  const { id, approvalId } = await ask(stage, by, wish)
  await approveInDemo(cast, from, password, { requestId: approvalId, note: "Fits the purpose" })
  const doneOn = stage.clock.next().slice(0, 10)
  await recordExecution(cast.priya.ctx, { id, act: "granted", doneOn, evidence: ticket })
  return id
}

type Answer = { lines: readonly ReviewLine[]; decision?: LineDecision; why?: string; seconds: number }

/** Somebody answers lines of a review together, after so many seconds. */
const answer = (
  by: Cast[PersonId],
  reviewId: string,
  { lines, decision = "keep", why = "", seconds }: Answer,
) =>
  decideLines(by.ctx, {
    reviewId,
    lineIds: lines.map(({ id }) => id),
    decision,
    justification: why,
    durationMs: seconds * 1000,
  })

/** The first review: everybody's roles, with one that is no longer needed. */
async function reviewRoles({ cast, clock }: Stage): Promise<void> {
  const { karin, ines, hugo } = cast
  await grantRole(karin.ctx, {
    userId: hugo.userId,
    role: "stakeholder",
    scopeType: "workspace",
    scopeId: null,
    reason: "Stands in for Aisha during her leave",
  })
  const { id } = await createReview(karin.ctx, {
    name: "Roles, once a quarter",
    roles: true,
    access: false,
    scopeType: "workspace",
    dueOn: clock.day(-2),
    noAnswer: "revoke",
    ownersFirst: true,
    leadId: karin.userId,
    deputyId: ines.userId,
  })
  await startReview(karin.ctx, { id })
  const { lines } = await printReview(karin.ctx, { id })
  const mine = lines.filter(({ reviewer }) => reviewer.id === karin.userId)
  const standIn = mine.filter((line) => line.subjectId === hugo.userId && line.role === "stakeholder")
  const others = mine.filter((line) => !standIn.includes(line))
  await answer(karin, id, { lines: standIn, decision: "revoke", why: "Aisha is back", seconds: 41 })
  for (const [index, line] of others.slice(0, 4).entries()) {
    await answer(karin, id, { lines: [line], seconds: 14 + 6 * index })
  }
  await answer(karin, id, { lines: others.slice(4), why: "Same jobs as at the last review", seconds: 33 })
  const hers = lines.filter(({ reviewer }) => reviewer.id === ines.userId)
  await answer(ines, id, { lines: hers, why: "Heads the department", seconds: 22 })
  await closeReview(karin.ctx, { id })
}

/** Access of the first weeks: some that holds, some that ended and was not removed, one refused, and a review. */
export async function beginAccess(stage: Stage): Promise<{ renewable: string }> {
  const { cast, clock, password } = stage
  const today = clock.next().slice(0, 10)
  const untilSoon = clock.day(9)
  await give(
    stage,
    "aisha",
    {
      product: "delivery-promise",
      purpose: "support",
      reason: "Tell customers on the phone when their parcel arrives",
      rights: ["read"],
      untilDay: clock.day(170),
    },
    "ines",
    "OPS-118: role care_read granted",
  )
  const renewable = await give(
    stage,
    "tomasz",
    {
      product: "churn-signals",
      purpose: "analysis",
      reason: "Find out whether late parcels make customers leave",
      rights: ["read"],
      untilDay: untilSoon,
    },
    "marek",
    "OPS-121: role churn_read granted",
  )
  await give(
    stage,
    "hugo",
    {
      product: "basket-margin",
      purpose: "reporting",
      reason: "Close the month with the margin of every basket",
      rights: ["read"],
      untilDay: addDays(today, 1),
    },
    "ines",
    "OPS-124: role margin_read granted",
  )
  await give(
    stage,
    "ines",
    {
      asset: "crm.complaints",
      purpose: "analysis",
      reason: "Count the complaints about missed promises by carrier",
      rights: ["read"],
      untilDay: clock.day(60),
    },
    "marek",
    "OPS-125: column mask on names, select granted",
  )
  const refused = await ask(stage, "aisha", {
    asset: "crm.customers",
    purpose: "support",
    reason: "Look up and correct the addresses of customers",
    rights: ["read", "write", "share"],
    untilDay: clock.day(120),
  })
  await approveInDemo(cast, "marek", password, {
    requestId: refused.approvalId,
    meaning: "rejection",
    note: "Corrections belong into the CRM, where they are checked. Ask again for reading alone",
  })
  await reviewRoles(stage)
  return { renewable }
}

/** What waits today: a request, a renewal that was given, and a review in the middle of its answers. */
export async function continueAccess(stage: Stage, { renewable }: { renewable: string }): Promise<void> {
  const { cast, clock, password } = stage
  const { karin, ines, marek } = cast
  await ask(stage, "priya", {
    product: "shelf-availability",
    purpose: "machine_learning",
    reason: "Train the forecast of empty shelves on two years of gaps",
    rights: ["read", "write"],
    untilDay: clock.day(180),
  })
  await ask(stage, "tomasz", {
    product: "store-stock",
    beneficiaryId: cast.aisha.userId,
    purpose: "operations",
    reason: "Answer calls about click and collect without asking the store",
    rights: ["read"],
    untilDay: clock.day(90),
  })
  const renewal = await ask(stage, "tomasz", {
    product: "churn-signals",
    purpose: "analysis",
    reason: "The pilot with two carriers runs for another quarter",
    rights: ["read"],
    fromDay: clock.day(10),
    untilDay: clock.day(100),
    renewsId: renewable,
  })
  await approveInDemo(cast, "marek", password, {
    requestId: renewal.approvalId,
    note: "Until the end of the pilot",
  })
  const { id } = await createReview(karin.ctx, {
    name: "Roles and access before the audit",
    roles: true,
    access: true,
    scopeType: "workspace",
    dueOn: clock.day(12),
    noAnswer: "keep",
    ownersFirst: true,
    leadId: karin.userId,
    deputyId: ines.userId,
  })
  await startReview(karin.ctx, { id })
  const { lines } = await printReview(karin.ctx, { id })
  const of = (person: Cast[PersonId]) => lines.filter(({ reviewer }) => reviewer.id === person.userId)
  await answer(marek, id, { lines: of(marek).slice(0, 1), seconds: 52 })
  await answer(karin, id, {
    lines: of(karin).slice(0, 3),
    why: "No change since the last review",
    seconds: 24,
  })
}
