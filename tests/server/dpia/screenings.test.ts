import { describe, expect, it } from "vitest"
import { answerScreening } from "@/server/dpia/answer-screening"
import { declarePersonalData } from "@/server/dpia/declare-personal-data"
import { screeningState } from "@/server/dpia/domain/screening-row"
import { getScreening } from "@/server/dpia/get-screening"
import { giveScreeningView } from "@/server/dpia/give-screening-view"
import { listScreenings } from "@/server/dpia/list-screenings"
import { startScreening } from "@/server/dpia/start-screening"
import { submitScreening } from "@/server/dpia/submit-screening"
import { decide } from "@/tests/server/approvals/approvals-world"
import { auditOf } from "@/tests/server/products/products-world"
import { openWorld } from "@/tests/support/world"
import { answersWith, beginPrivacy } from "./dpia-world"

const world = openWorld()

describe("a screening", () => {
  it("goes from the declaration to the signature, with every step in the trail", async () => {
    const { workspace, author, officer, subject, product } = await beginPrivacy(world)
    expect(await getScreening(author, { subject })).toMatchObject({ state: "undeclared", screening: null })
    await declarePersonalData(author, { subject, personalData: "personal", note: "Names and addresses" })
    expect(await getScreening(author, { subject: { productSlug: product.slug } })).toMatchObject({
      subject: { type: "product", id: product.id, path: `/products/${product.slug}` },
      state: "due",
      declaration: { personalData: "personal", by: { id: author.userId } },
    })
    const { id, lock } = await startScreening(author, { subject })
    await expect(startScreening(author, { subject })).rejects.toMatchObject({ code: "RULE_BROKEN" })
    await expect(submitScreening(author, { id, lock })).rejects.toMatchObject({
      message: "Describe what is processed",
    })
    const half = await answerScreening(author, {
      id,
      lock,
      changes: { answers: { scoring: "yes", sensitive: "no" }, description: "Orders" },
    })
    expect(half.verdict).toBeNull()
    await expect(submitScreening(author, { id, lock: half.lock })).rejects.toMatchObject({
      message: "12 questions are not answered yet",
    })
    const whole = await answerScreening(author, { id, lock: half.lock, changes: { answers: answersWith(2) } })
    expect(whole).toMatchObject({ version: 1, verdict: "LIKELY_REQUIRED" })
    const sent = await submitScreening(author, { id, lock: whole.lock })
    expect(sent).toMatchObject({ version: 1, verdict: "LIKELY_REQUIRED", decision: "assess" })
    expect((await getScreening(author, { subject })).state).toBe("in_review")
    await decide(world, officer, sent.requestId)
    expect(await getScreening(author, { subject })).toMatchObject({
      state: "approved",
      screening: {
        versions: [{ version: 1, verdict: "LIKELY_REQUIRED", decision: "assess", by: { id: author.userId } }],
        approval: { state: "approved", version: 1, approvals: [{ name: officer.caller.user!.name }] },
      },
    })
    const trail = await auditOf(world, workspace.id)
    const ours = trail.filter(({ action }) => action.startsWith("dpia."))
    expect(ours.filter(({ outcome }) => outcome === "success").map(({ summary }) => summary)).toEqual([
      "Declared for Delivery promise: personal data",
      "Began the screening of Delivery promise",
      "Answered the screening of Delivery promise",
      "Answered the screening of Delivery promise",
      "Handed in the screening of Delivery promise, version 1: assessment likely required",
      expect.stringContaining("Asked for approval of"),
    ])
  })

  it("becomes a new version when one answer changes, and its approval is outdated at once", async () => {
    const { author, officer, subject, screen } = await beginPrivacy(world)
    const { id, lock } = await screen(author, answersWith(0))
    const sent = await submitScreening(author, { id, lock })
    await decide(world, officer, sent.requestId)
    const changes = { answers: { vulnerable: "yes" as const }, occasion: "Shift data were added" }
    const changed = await answerScreening(author, { id, lock: sent.lock, changes })
    expect(changed).toMatchObject({ version: 2, verdict: "CONSIDER" })
    expect(await getScreening(author, { subject })).toMatchObject({
      state: "outdated",
      screening: {
        version: 2,
        submittedAt: null,
        approval: { state: "outdated", version: 1, outdatedBy: 2 },
      },
    })
    await expect(submitScreening(author, { id, lock: changed.lock })).rejects.toMatchObject({
      code: "RULE_BROKEN",
      message: expect.stringContaining("leaves it open"),
    })
  })

  it("overrides “likely” with a reason and the officer's view, which an answer takes back", async () => {
    const { author, officer, subject, screen } = await beginPrivacy(world)
    const { id, lock } = await screen(author, answersWith(3, { exemption_list: "yes" }))
    const none = await answerScreening(author, { id, lock, changes: { decision: "none" } })
    await expect(submitScreening(author, { id, lock: none.lock })).rejects.toMatchObject({
      message: "Give the reason why no assessment is made",
    })
    const why = await answerScreening(author, {
      id,
      lock: none.lock,
      changes: { reason: "Payroll of twelve" },
    })
    await expect(submitScreening(author, { id, lock: why.lock })).rejects.toMatchObject({
      message: expect.stringContaining("data protection officer"),
    })
    await expect(giveScreeningView(author, { id, lock: why.lock, view: "Fine" })).rejects.toMatchObject({
      code: "FORBIDDEN",
    })
    const view = { id, view: "Agreed: it is on the authority's list" }
    const seen = await giveScreeningView(officer, { ...view, lock: why.lock })
    const moved = await answerScreening(author, {
      id,
      lock: seen.lock,
      changes: { answers: { blocking: "yes" } },
    })
    expect((await getScreening(author, { subject })).screening?.dpoView).toBeNull()
    const again = await giveScreeningView(officer, { ...view, lock: moved.lock })
    const sent = await submitScreening(author, { id, lock: again.lock })
    expect(sent.decision).toBe("none")
    await decide(world, officer, sent.requestId)
    expect((await getScreening(author, { subject })).state).toBe("approved")
  })

  it("cannot be signed by who answered it, and shows both versions when two save at once", async () => {
    const { officer, author, screen } = await beginPrivacy(world)
    const { id, lock } = await screen(officer, answersWith(0))
    await expect(
      answerScreening(author, { id, lock: lock - 1, changes: { description: "Mine" } }),
    ).rejects.toMatchObject({
      code: "CONFLICT",
      details: { current: { lock, description: "Orders and parcels" } },
    })
    const { requestId } = await submitScreening(officer, { id, lock })
    await expect(decide(world, officer, requestId)).rejects.toMatchObject({ code: "RULE_BROKEN" })
  })
})

describe("the list of what is screened", () => {
  it("names every state as the rule of the domain does, and filters by it", async () => {
    const { author, officer, subject, screen, addProduct, addItem } = await beginPrivacy(world)
    const [none, due, busy, asked, back, ahead] = await Promise.all(
      ["None", "Due", "Busy", "Asked", "Back", "Ahead"].map((name) => addProduct(name)),
    )
    await declarePersonalData(author, { subject: { productId: none!.id }, personalData: "special" })
    await declarePersonalData(author, { subject: { productId: none!.id }, personalData: "none" })
    await declarePersonalData(author, { subject: { productId: due!.id }, personalData: "special" })
    await screen(author, {}, { productId: busy!.id })
    const submit = async (productId: string) => {
      const { id, lock } = await screen(author, answersWith(0), { productId })
      return submitScreening(author, { id, lock })
    }
    await submit(asked!.id)
    await decide(world, officer, (await submit(back!.id)).requestId, "changes")
    const done = await submit(subject.productId)
    await decide(world, officer, done.requestId)
    const later = await submit(ahead!.id)
    await decide(world, officer, later.requestId)
    await answerScreening(author, { id: later.id, lock: later.lock, changes: { description: "More" } })
    const item = await addItem("Phone numbers")
    await declarePersonalData(author, { subject: { itemId: item.id }, personalData: "personal" })
    const { screenings, total } = await listScreenings(author, {})
    expect(total).toBe(8)
    expect(screenings.map(({ subject: { name }, state }) => `${name} ${state}`)).toEqual([
      ...["Ahead outdated", "Asked in_review", "Back sent_back", "Busy in_progress"],
      ...["Delivery promise approved", "Due due", "None none", `${item.key} due`],
    ])
    for (const row of screenings) {
      const one = row.subject.type === "product" ? { productId: row.subject.id } : { itemId: row.subject.id }
      const { declaration, screening } = await getScreening(author, { subject: one })
      const standing = { personalData: declaration?.personalData ?? null, screening }
      expect(row.state).toBe(screeningState({ ...standing, approval: screening?.approval ?? null }))
    }
    const found = await listScreenings(author, { filter: { states: ["due"], search: "Due" } })
    expect(found).toMatchObject({ total: 1, screenings: [{ subject: { name: "Due" } }] })
  })

  it("shows a limited grant its own part", async () => {
    const { workspace, domainId, addProduct } = await beginPrivacy(world)
    const other = await addProduct("Other")
    const guest = await workspace.member("data_engineer", { scopeType: "product", scopeId: other.id })
    expect((await listScreenings(guest, {})).screenings.map(({ subject }) => subject.name)).toEqual(["Other"])
    const keeper = await workspace.member("data_engineer", { scopeType: "domain", scopeId: domainId })
    expect((await listScreenings(keeper, {})).total).toBe(2)
  })
})
