import { describe, expect, it } from "vitest"
import "@/server/compose"
import { moveItem } from "@/server/backlog/move-item"
import { addRisk } from "@/server/dpia/add-risk"
import { archiveAssessment } from "@/server/dpia/archive-assessment"
import { createAssessment } from "@/server/dpia/create-assessment"
import { getAssessment } from "@/server/dpia/get-assessment"
import { judgeRelease } from "@/server/dpia/judge-release"
import { listReleaseBlocks } from "@/server/dpia/list-release-blocks"
import { recordConsultation } from "@/server/dpia/record-consultation"
import { recordDossier } from "@/server/dpia/record-dossier"
import { submitAssessment } from "@/server/dpia/submit-assessment"
import { updateRisk } from "@/server/dpia/update-risk"
import { listWaiting } from "@/server/home/list-waiting"
import type { Ctx } from "@/server/kernel/context"
import { getProduct } from "@/server/products/get-product"
import { installReleaseGate } from "@/server/products/release-gate"
import { updateProduct } from "@/server/products/update-product"
import { getThread } from "@/server/thread/get-thread"
import { decide } from "@/tests/server/approvals/approvals-world"
import { addDeliverable, checkOf, computed, publish, setPolicy } from "@/tests/server/dod/dod-world"
import { openWorld } from "@/tests/support/world"
import { beginPrivacy } from "./dpia-world"
import { readyAssessment } from "./fill-assessment"

const world = openWorld()
const HIGH = { severity: 3 as const, likelihood: 4 as const }
const LOW = { severity: 2 as const, likelihood: 1 as const }
const NOT_ASKED =
  "A high risk remains in DPIA-1, and the supervisory authority was not consulted (Art. 36 GDPR)"

/** A product with an approved assessment in which a high risk remains. */
async function highRisk() {
  const begun = await beginPrivacy(world)
  const { admin: evaluator, author, officer, product } = begun
  const { id, key } = await readyAssessment({ author, evaluator, officer }, product.id)
  const risk = await addRisk(author, { id, risk: { title: "Drivers are watched", estimate: HIGH } })
  const sent = await submitAssessment(author, { id, lock: risk.assessment.lock })
  await decide(world, officer, sent.requestId)
  return { ...begun, id, key, riskId: risk.riskId }
}

async function goLive(ctx: Ctx, slug: string) {
  const { id, version } = await getProduct(ctx, { slug })
  return updateProduct(ctx, { id, version, changes: { lifecycle: "live" }, reason: "First release" })
}

async function consult(ctx: Ctx, key: string, adviceOn: string | null = null) {
  const { id, lock } = await getAssessment(ctx, { key })
  const facts = { receivedOn: "2026-10-01", extensionNotifiedOn: null, suspensions: [], adviceOn }
  return recordConsultation(ctx, { id, lock, facts })
}

describe("the release of a product in whose assessment a high risk remains", () => {
  it("waits for the authority's advice, which lifts the block", async () => {
    const { admin, author, product, key } = await highRisk()
    const blocks = async () => (await listReleaseBlocks(author, { productId: product.id })).blocks
    expect(await blocks()).toEqual([
      { key, path: "/privacy/assessments/DPIA-1?part=consultation", reason: NOT_ASKED },
    ])
    await expect(goLive(admin, product.slug)).rejects.toMatchObject({
      code: "RULE_BROKEN",
      message: `Delivery promise cannot go live. ${NOT_ASKED}`,
    })
    const thread = async () => JSON.stringify(await getThread(author, { slug: product.slug }))
    const waiting = async () => JSON.stringify(await listWaiting(author, {}))
    expect(await thread()).toContain("Consultation due")
    expect(await waiting()).toContain("Consult the authority on DPIA-1 Delivery promise")
    await consult(author, key)
    expect(await thread()).toContain("Wait for the authority's advice")
    expect(await waiting()).toContain("The authority advises on DPIA-1 Delivery promise")
    expect((await blocks())[0]?.reason).toContain("its advice is due by 26 Nov 2026")
    await expect(goLive(admin, product.slug)).rejects.toMatchObject({ code: "RULE_BROKEN" })
    await consult(author, key, "2026-10-12")
    expect(await blocks()).toEqual([])
    expect(await thread()).toContain("**version 1** is approved")
    expect(await getAssessment(author, { key })).toMatchObject({ state: "approved", version: 1 })
    await goLive(admin, product.slug)
    expect(await getProduct(admin, { slug: product.slug })).toMatchObject({ lifecycle: "live" })
  })

  it("is not freed by a draft that lowers the risk before anybody approved it", async () => {
    const { admin, author, officer, product, id, key, riskId } = await highRisk()
    await updateRisk(author, { id, riskId, version: 1, changes: { estimate: LOW } })
    expect(await getAssessment(author, { key })).toMatchObject({
      state: "outdated",
      riskWeight: "low",
      consultation: { needed: false },
    })
    await expect(goLive(admin, product.slug)).rejects.toMatchObject({ code: "RULE_BROKEN" })
    const { lock } = await getAssessment(author, { key })
    await decide(world, officer, (await submitAssessment(author, { id, lock })).requestId)
    await goLive(admin, product.slug)
  })

  it("is blocked by a draft too, by no assessment in the archive, and nowhere without a judge", async () => {
    const { admin, author, officer, product, addProduct, workspace } = await beginPrivacy(world)
    const { id } = await createAssessment(author, { productId: product.id })
    await addRisk(author, { id, risk: { title: "Drivers are watched", estimate: HIGH } })
    await expect(goLive(admin, product.slug)).rejects.toMatchObject({ code: "RULE_BROKEN" })
    expect((await listReleaseBlocks(officer, { productId: product.id })).blocks).toHaveLength(1)
    const elsewhere = { scopeType: "product" as const, scopeId: (await addProduct("Elsewhere")).id }
    const stranger = await workspace.member("data_steward", elsewhere)
    await expect(listReleaseBlocks(stranger, { productId: product.id })).rejects.toMatchObject({
      code: "FORBIDDEN",
    })
    await archiveAssessment(author, { id, reason: "The product takes no drivers into account" })
    installReleaseGate(undefined)
    try {
      await expect(goLive(admin, product.slug)).rejects.toMatchObject({ code: "UNAVAILABLE" })
    } finally {
      installReleaseGate(judgeRelease)
    }
    await goLive(admin, product.slug)
  })

  it("keeps its items from being done where the Definition of Done asks for the consultation", async () => {
    const { admin, author, product, key } = await highRisk()
    await publish(admin, "model", [computed("consultation-concluded")])
    const item = await addDeliverable(admin, "model", { productId: product.id })
    const other = await addDeliverable(admin, "model")
    await setPolicy(admin, "block")
    const check = () => checkOf(admin, item.subject, "consultation-concluded")
    expect(await check()).toMatchObject({
      state: "open",
      reason: NOT_ASKED,
      facts: [{ label: key, href: "/privacy/assessments/DPIA-1?part=consultation" }],
    })
    await expect(moveItem(admin, { id: item.id, status: "done" })).rejects.toThrow(
      `${item.key} cannot be done: Prior consultation concluded`,
    )
    expect(await checkOf(admin, other.subject, "consultation-concluded")).toMatchObject({
      state: "met",
      reason: "No assessment leaves a high risk",
    })
    await consult(author, key, "2026-10-12")
    expect(await check()).toMatchObject({
      state: "met",
      reason: "The authority advised on DPIA-1 on 12 Oct 2026",
    })
    await moveItem(admin, { id: item.id, status: "done" })
  })
})

describe("the dossier for the authority", () => {
  it("is written beside the signed assessment, by one person at a time", async () => {
    const { author, key, id } = await highRisk()
    const texts = { responsibilities: "Northmark", officerContact: "sofia@example.com", otherInformation: "" }
    const { lock } = await getAssessment(author, { key })
    await recordDossier(author, { id, lock, texts })
    await expect(recordDossier(author, { id, lock, texts })).rejects.toMatchObject({ code: "CONFLICT" })
    expect(await getAssessment(author, { key })).toMatchObject({
      state: "approved",
      version: 1,
      consultation: { dossier: texts },
    })
  })
})
