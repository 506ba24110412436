import { describe, expect, it } from "vitest"
import "@/server/compose"
import { classifyFields } from "@/server/catalog/classify-fields"
import { listWaiting } from "@/server/home/list-waiting"
import type { Ctx } from "@/server/kernel/context"
import { applyRetentionRule } from "@/server/privacy/apply-retention-rule"
import { controlReadingOf, installControlReading } from "@/server/privacy/control-readings"
import { createActivity } from "@/server/privacy/create-activity"
import { createControl } from "@/server/privacy/create-control"
import { createObligation } from "@/server/privacy/create-obligation"
import { createRetentionRule } from "@/server/privacy/create-retention-rule"
import { createWarehouseRole } from "@/server/privacy/create-warehouse-role"
import type { ControlKind } from "@/server/privacy/domain/obligation"
import { endRetention } from "@/server/privacy/end-retention"
import { listObligations } from "@/server/privacy/list-obligations"
import { setMaskingRules } from "@/server/privacy/set-masking-rules"
import { updateControl } from "@/server/privacy/update-control"
import { beginCatalog } from "@/tests/server/catalog/catalog-world"
import { RULE } from "@/tests/support/furnish-privacy"
import { openWorld } from "@/tests/support/world"

const world = openWorld()

/** A workspace with a table of customers, in which the e-mail address alone has a class, and a control of a kind. */
async function begin(kind: ControlKind, link = "") {
  const catalog = await beginCatalog(world)
  const officer = await catalog.workspace.member("privacy_officer")
  const { id } = await createControl(officer, { name: "Control", kind, link })
  const reading = async (ctx: Ctx = officer) => (await listObligations(ctx, {})).controls[0]!.reading
  const classify = (names: string[]) =>
    classifyFields(catalog.steward, {
      assetId: catalog.customers.id,
      changes: names.map((name) => ({ fieldId: catalog.customers.fieldIds[name]!, classKey: "email" })),
    })
  return { ...catalog, officer, controlId: id, reading, classify }
}

describe("what a control of privacy's own shows", () => {
  it("is counted from the record of processing, for any reader of the register", async () => {
    const { officer, product, reading, workspace } = await begin("record")
    expect(await reading()).toEqual({ state: "unknown", words: "No entry in the record yet" })
    await createActivity(officer, { name: "Orders", role: "controller", productId: product.id })
    expect(await reading()).toEqual({ state: "bad", words: "0 of 1 entry approved, 1 incomplete" })
    expect(await reading(await workspace.member("auditor"))).toEqual(await reading())
    const stranger = await (await world.workspace()).member("privacy_officer")
    expect((await listObligations(stranger, {})).controls).toEqual([])
  })

  it("says what is overdue, and which assets with personal data have no rule", async () => {
    const { officer, customers, reading, classify } = await begin("retention")
    expect(await reading()).toMatchObject({ state: "unknown" })
    await classify(["email"])
    expect((await reading()).words).toBe(
      "No rule is applied to data yet, no rule for 1 asset with personal data",
    )
    const { id: ruleId } = await createRetentionRule(officer, RULE)
    const late = await applyRetentionRule(officer, { ruleId, assetId: customers.id, startOn: "2016-01-01" })
    expect(await reading()).toEqual({ state: "bad", words: "1 overdue, 0 on time" })
    const token = { ...officer, caller: { ...officer.caller, limitedTo: ["privacy.read" as const] } }
    expect(await reading(token)).toEqual(await reading())
    await endRetention(officer, { assignmentId: late.id, reason: "Begins later" })
    await applyRetentionRule(officer, { ruleId, assetId: customers.id, startOn: "2020-01-01" })
    expect(await reading()).toEqual({ state: "good", words: "0 overdue, 1 on time" })
  })

  it("says which fields of personal data nobody classified; a role without rules sees nothing, which is safe", async () => {
    const { officer, reading, classify } = await begin("masking")
    expect(await reading()).toEqual({ state: "unknown", words: "No warehouse role yet" })
    const { id: roleId } = await createWarehouseRole(officer, { name: "analyst" })
    expect((await reading()).state).toBe("unknown")
    await classify(["email"])
    await setMaskingRules(officer, {
      roleId,
      version: 1,
      rules: [{ classKey: "email", rule: { kind: "null" } }],
    })
    expect(await reading()).toEqual({ state: "warning", words: "1 role, 1 rule; classified fields 1 of 5" })
    await classify(["customer_id", "first_name", "orders_count", "segment"])
    expect(await reading()).toEqual({ state: "good", words: "1 role, 1 rule; classified fields 5 of 5" })
  })

  it("is unknown where the evidence lies outside, and where nobody can read it", async () => {
    const outside = await begin("manual", "https://example.org/plan")
    expect(await outside.reading()).toEqual({ state: "unknown", words: "Evidence outside Plumbline" })
    const { reading } = await begin("access_review")
    expect(await reading()).toEqual({ state: "unknown", words: "No review is completed yet" })
    const provider = controlReadingOf("access_review")!
    installControlReading("access_review", { read: async () => new Map() })
    expect(await reading()).toEqual({ state: "unknown", words: "Cannot be read here" })
    installControlReading("access_review", provider)
  })
})

describe("a control on a check", () => {
  it("names one that there is, and loses it with its kind", async () => {
    const { officer, controlId } = await begin("dod_check")
    const { checks } = await listObligations(officer, {})
    expect(checks).toContainEqual({ id: "dpia-approved", label: "DPIA approved for this version" })
    const unknown = { name: "Other", kind: "dod_check" as const, checkId: "made-up" }
    await expect(createControl(officer, unknown)).rejects.toMatchObject({
      code: "INVALID",
      message: expect.stringContaining("made-up"),
    })
    const change = (version: number, kind: ControlKind, checkId: string | null) =>
      updateControl(officer, { id: controlId, version, fields: { name: "Control", kind, checkId } })
    await expect(change(1, "dod_check", "made-up")).rejects.toMatchObject({ code: "INVALID" })
    await change(1, "dod_check", "dpia-approved")
    expect((await listObligations(officer, {})).controls).toMatchObject([{ checkId: "dpia-approved" }])
    expect(await change(2, "dod_check", "dpia-approved")).toEqual({ id: controlId, version: 2 })
    await change(2, "dpia", "dpia-approved")
    expect((await listObligations(officer, {})).controls).toMatchObject([{ kind: "dpia", checkId: null }])
  })
})

describe("an obligation whose control does not hold", () => {
  it("waits on its owner until the control holds again, and on nobody else", async () => {
    const { officer, engineer, product, controlId } = await begin("record")
    const { id } = await createObligation(officer, {
      ...{ regulation: "GDPR", article: "Art. 30", title: "Keep a record" },
      ...{ ownerId: engineer.userId, controlIds: [controlId] },
    })
    const waiting = async (ctx: Ctx) =>
      (await listWaiting(ctx, {})).things.filter((thing) => thing.id.startsWith("controls "))
    expect(await waiting(engineer)).toEqual([])
    await createActivity(officer, { name: "Orders", role: "controller", productId: product.id })
    expect(await waiting(engineer)).toMatchObject([
      {
        title: "GDPR Art. 30: a control does not hold",
        detail: "Control: 0 of 1 entry approved, 1 incomplete",
        action: { href: expect.stringContaining(`/privacy/regulations?obligation=${id}`) },
      },
    ])
    expect(await waiting(officer)).toEqual([])
    await updateControl(officer, {
      id: controlId,
      version: 1,
      fields: { name: "Control", kind: "access_review" },
    })
    expect(await waiting(engineer)).toEqual([])
  })

  it("waits on those who may edit while it has no owner", async () => {
    const { officer, engineer, product, controlId } = await begin("record")
    await createObligation(officer, {
      ...{ regulation: "GDPR", article: "Art. 30", title: "Keep a record", controlIds: [controlId] },
    })
    await createActivity(officer, { name: "Orders", role: "controller", productId: product.id })
    const ids = async (ctx: Ctx) => (await listWaiting(ctx, {})).things.map((thing) => thing.id)
    expect(await ids(officer)).toContainEqual(expect.stringMatching(/^controls /))
    expect(await ids(engineer)).not.toContainEqual(expect.stringMatching(/^controls /))
  })
})
