import { describe, expect, it } from "vitest"
import { archiveAsset } from "@/server/catalog/archive-asset"
import { classifyFields } from "@/server/catalog/classify-fields"
import { answerScreening } from "@/server/dpia/answer-screening"
import { confirmFacts } from "@/server/dpia/confirm-facts"
import { getAssessment } from "@/server/dpia/get-assessment"
import { getScreening } from "@/server/dpia/get-screening"
import { listAssessments } from "@/server/dpia/list-assessments"
import { listScreenings } from "@/server/dpia/list-screenings"
import { reopenAssessment } from "@/server/dpia/reopen-assessment"
import { submitAssessment } from "@/server/dpia/submit-assessment"
import { submitScreening } from "@/server/dpia/submit-screening"
import { listWaiting } from "@/server/home/list-waiting"
import type { Ctx } from "@/server/kernel/context"
import { applyRetentionRule } from "@/server/privacy/apply-retention-rule"
import { createActivity } from "@/server/privacy/create-activity"
import { createRetentionRule } from "@/server/privacy/create-retention-rule"
import { deprecateActivity } from "@/server/privacy/deprecate-activity"
import { endRetention } from "@/server/privacy/end-retention"
import { getActivity } from "@/server/privacy/get-activity"
import { updateActivity } from "@/server/privacy/update-activity"
import { getThread } from "@/server/thread/get-thread"
import { decide } from "@/tests/server/approvals/approvals-world"
import { addAsset } from "@/tests/server/catalog/catalog-world"
import { addDeliverable, checkOf, computed, publish } from "@/tests/server/dod/dod-world"
import { auditOf } from "@/tests/server/products/products-world"
import { RULE } from "@/tests/support/furnish-privacy"
import { openWorld } from "@/tests/support/world"
import { answersWith, beginPrivacy } from "./dpia-world"
import { readyAssessment } from "./fill-assessment"

const world = openWorld()
const reason = "The address was assessed with the orders"

/** A product whose one personal field was known when its screening was approved: no assessment is needed. */
async function screened() {
  const privacy = await beginPrivacy(world)
  const { author, officer, product, screen } = privacy
  const customers = await addAsset(author, "customers", product.id, ["email", "postcode", "orders"])
  const classify = (field: string, classKey: string | null) =>
    classifyFields(author, {
      assetId: customers.id,
      changes: [{ fieldId: customers.fieldIds[field]!, classKey }],
    })
  await classify("email", "email")
  const { id, lock } = await screen(author, answersWith(0))
  const { requestId } = await submitScreening(author, { id, lock })
  await decide(world, officer, requestId)
  const drift = async (ctx: Ctx = author) =>
    (await getScreening(ctx, { subject: privacy.subject })).screening!.drift!
  return { ...privacy, id, customers, classify, drift }
}

describe("what was known when a screening was handed in", () => {
  it("is compared with what is known now: fields, processing and retention, and nothing else", async () => {
    const { admin, author, officer, product, customers, classify, drift, addProduct } = await screened()
    expect((await drift()).changes).toEqual([])
    const names = async () => (await drift()).changes.map(({ what }) => what)

    await classify("orders", "none")
    const other = await addProduct("Route planning")
    const routes = await addAsset(admin, "routes", other.id, ["driver"])
    await classifyFields(admin, {
      assetId: routes.id,
      changes: [{ fieldId: routes.fieldIds.driver!, classKey: "person_name" }],
    })
    expect(await names(), "no personal data of this product").toEqual([])

    await classify("postcode", "postal_address")
    expect((await drift()).changes).toMatchObject([
      { what: "Field postcode of customers", before: null, after: expect.stringMatching(/^.+, .+$/) },
    ])
    await classify("postcode", null)
    expect(await names(), "as it was").toEqual([])

    const rule = await createRetentionRule(officer, RULE)
    const held = await applyRetentionRule(officer, {
      ruleId: rule.id,
      assetId: customers.id,
      startOn: "2026-01-01",
    })
    expect(await names()).toEqual([expect.stringMatching(/^Retention of customers, /)])
    await endRetention(officer, { assignmentId: held.id, reason })
    expect(await names()).toEqual([])

    const entry = await createActivity(officer, { name: "Orders", role: "controller", productId: product.id })
    const { fields, version } = await getActivity(officer, { key: entry.key })
    const purposes = "Deliver, and tell other shops who buys"
    const recipients = ["Other shops"]
    await updateActivity(officer, { id: entry.id, version, fields: { ...fields, purposes, recipients } })
    expect(await names()).toEqual(
      expect.arrayContaining([`Purposes in ${entry.key}`, `Recipients in ${entry.key}`]),
    )
    await deprecateActivity(officer, { id: entry.id, reason })
    expect(await names()).toEqual([])

    await archiveAsset(author, { id: customers.id, reason })
    expect((await drift()).changes).toMatchObject([{ what: "Field email of customers", after: null }])
  })

  it("shows in the list, the thread, the Definition of Done and at Home until the officer judges or it is screened again", async () => {
    const { workspace, author, officer, product, subject, classify, drift, id } = await screened()
    const engineer = await workspace.member("data_engineer")
    const lead = await workspace.member("delivery_lead")
    await publish(lead, "model", [computed("dpia-approved")])
    const done = await addDeliverable(lead, "model", { productId: product.id })
    const check = () => checkOf(lead, done.subject, "dpia-approved")
    const link = async () => JSON.stringify(await getThread(author, { slug: product.slug }))
    const waits = async (ctx: Ctx) =>
      (await listWaiting(ctx, {})).things.filter(({ state }) => state === "facts changed")
    const changed = async () => (await listScreenings(author, {})).screenings[0]?.changedFacts

    expect([await changed(), (await check()).state, await waits(author)]).toEqual([0, "met", []])
    await classify("postcode", "postal_address")
    expect(await changed()).toBe(1)
    expect(await link()).toContain("Facts changed")
    expect(await check()).toMatchObject({
      state: "open",
      reason: "Since its screening was handed in: Field postcode of customers (new)",
    })
    for (const one of [author, officer]) {
      expect(await waits(one)).toMatchObject([
        {
          title: "Look at the screening of Delivery promise again",
          detail: "Since it was handed in: Field postcode of customers (new)",
        },
      ])
    }
    expect(await waits(engineer)).toEqual([])

    const { seen } = await drift()
    const judge = (ctx: Ctx, more = {}) => confirmFacts(ctx, { kind: "screening", id, seen, reason, ...more })
    await expect(judge(author)).rejects.toMatchObject({ code: "FORBIDDEN" })
    await expect(judge(officer, { reason: " " })).rejects.toMatchObject({ code: "INVALID" })
    await expect(judge(officer, { seen: "0".repeat(64) })).rejects.toMatchObject({ code: "CONFLICT" })
    expect(await judge(officer)).toEqual({ id, version: 1, covered: 1 })
    expect(await drift()).toMatchObject({ changes: [], reason, by: officer.caller.user!.name })
    expect([await changed(), (await check()).state, await waits(author)]).toEqual([0, "met", []])
    await expect(judge(officer)).rejects.toMatchObject({ code: "RULE_BROKEN" })
    const last = (await auditOf(world, workspace.id))
      .filter(({ action }) => action === "dpia.confirmFacts")
      .at(-1)
    expect(last).toMatchObject({ outcome: "denied" })

    await classify("orders", "person_name")
    expect(await changed()).toBe(1)
    const { lock } = (await getScreening(author, { subject })).screening!
    const again = await answerScreening(author, { id, lock, changes: { occasion: "Names came" } })
    await submitScreening(author, { id, lock: again.lock })
    expect(await changed()).toBe(0)
  })

  it("cannot be judged by who wrote in it, also as an officer", async () => {
    const { workspace, admin, classify, id, drift, subject } = await screened()
    const both = await workspace.member("privacy_officer")
    const { lock } = (await getScreening(admin, { subject })).screening!
    const again = await answerScreening(both, {
      id,
      lock,
      changes: { description: "Orders, parcels and returns" },
    })
    await submitScreening(both, { id, lock: again.lock })
    await classify("postcode", "postal_address")
    const { seen } = await drift()
    await expect(confirmFacts(both, { kind: "screening", id, seen, reason })).rejects.toMatchObject({
      code: "RULE_BROKEN",
      message: expect.stringContaining("You wrote in the screening of Delivery promise"),
    })
  })
})

it("an assessment is approved with what is known, and looked at again when that changes", async () => {
  const { workspace, author, officer, product } = await beginPrivacy(world)
  const evaluator = await workspace.member("data_steward")
  const customers = await addAsset(author, "customers", product.id, ["email"])
  const { id, key, lock } = await readyAssessment({ author, evaluator, officer }, product.id)
  const { requestId } = await submitAssessment(author, { id, lock })
  await decide(world, officer, requestId)
  const link = async () => JSON.stringify(await getThread(author, { slug: product.slug }))
  expect(await link()).toContain("is approved")
  expect((await getAssessment(author, { key })).drift).toMatchObject({ changes: [] })

  const changes = [{ fieldId: customers.fieldIds.email!, classKey: "email" }]
  await classifyFields(author, { assetId: customers.id, changes })
  expect((await listAssessments(author, {})).assessments).toMatchObject([
    { key, state: "approved", changedFacts: 1 },
  ])
  expect(await link()).toContain("Facts changed")
  const { seen } = (await getAssessment(officer, { key })).drift!
  expect(await confirmFacts(officer, { kind: "assessment", id, seen, reason })).toMatchObject({ covered: 1 })
  expect(await link()).toContain("is approved")

  // Written anew it covers what is known when it is handed in again.
  await reopenAssessment(author, { id, reason })
  expect((await getAssessment(author, { key })).drift).toBeNull()
})
