import { describe, expect, it } from "vitest"
import { z } from "zod"
import { archiveAsset } from "@/server/catalog/archive-asset"
import { classifyFields } from "@/server/catalog/classify-fields"
import type { Ctx } from "@/server/kernel/context"
import { query } from "@/server/kernel/operation"
import { applyRetentionRule } from "@/server/privacy/apply-retention-rule"
import { createRetentionRule } from "@/server/privacy/create-retention-rule"
import { endRetention } from "@/server/privacy/end-retention"
import { getAssetPrivacy } from "@/server/privacy/get-asset-privacy"
import { liftLegalHold } from "@/server/privacy/lift-legal-hold"
import { listDue } from "@/server/privacy/list-due"
import { placeLegalHold } from "@/server/privacy/place-legal-hold"
import { recordExecution } from "@/server/privacy/record-execution"
import { refuseExecution } from "@/server/privacy/refuse-execution"
import { retentionOf } from "@/server/privacy/retention-of"
import { waitingRetention } from "@/server/privacy/retention-waiting"
import { retireRetentionRule } from "@/server/privacy/retire-retention-rule"
import { updateRetentionRule } from "@/server/privacy/update-retention-rule"
import { beginCatalog } from "@/tests/server/catalog/catalog-world"
import { auditOf } from "@/tests/server/products/products-world"
import { RULE } from "@/tests/support/furnish-privacy"
import { openWorld } from "@/tests/support/world"

const world = openWorld()

const ask = query("home.listWaiting", {
  permission: "products.read",
  at: "rows",
  input: z.object({ ids: z.array(z.string()) }),
  run: async (ctx, { ids }) => ({
    state: Object.fromEntries(await retentionOf(ctx, ids)),
    waiting: await waitingRetention(ctx),
  }),
})

/** The rule "ten years" on customers, due on 2026-10-01: twelve days before the tests' clock. */
async function beginRetention() {
  const catalog = await beginCatalog(world)
  const { steward, customers } = catalog
  const officer = await catalog.workspace.member("privacy_officer")
  const rule = await createRetentionRule(officer, RULE)
  const { id } = await applyRetentionRule(officer, {
    ruleId: rule.id,
    assetId: customers.id,
    startOn: "2016-10-01",
  })
  const due = async (ctx: Ctx = steward) => (await listDue(ctx, {})).due[0]
  const record = (ctx: Ctx, more: object = {}) =>
    recordExecution(ctx, {
      assignmentId: id,
      dueOn: "2026-10-01",
      doneOn: "2026-10-12",
      count: 1204,
      evidence: "delete from customers where closed_on < '2016-10-01'; job 8841",
      link: "https://jobs.example/8841",
      ...more,
    })
  return { ...catalog, officer, ruleId: rule.id, assignmentId: id, due, record }
}

describe("retention", () => {
  it("comes due, is recorded with evidence, and starts anew", async () => {
    const { engineer, customers, due, record, workspace } = await beginRetention()
    expect(await due()).toMatchObject({ dueOn: "2026-10-01", state: "overdue" })
    await expect(record(engineer, { doneOn: "2026-10-14" })).rejects.toThrow(/future/)
    await expect(record(engineer, { link: "javascript:alert(1)" })).rejects.toMatchObject({ code: "INVALID" })
    await expect(record(engineer, { evidence: " " })).rejects.toThrow(/query or the id of the job/)
    await record(engineer)
    expect(await due()).toMatchObject({ dueOn: "2036-10-12", state: "later" })
    await expect(record(engineer)).rejects.toMatchObject({ code: "CONFLICT" })
    const { outcomes } = await getAssetPrivacy(engineer, { assetId: customers.id })
    expect(outcomes).toMatchObject([
      { outcome: "executed", count: 1204, dueOn: "2026-10-01", ruleName: RULE.name },
    ])
    const trail = await auditOf(world, workspace.id)
    expect(trail.at(-2)?.summary ?? "").not.toBe("")
    expect(trail.some(({ summary }) => summary.startsWith("Deleted 1,204 records of customers"))).toBe(true)
  })

  it("is put off only into the future, with a reason that is kept", async () => {
    const { steward, customers, assignmentId, due } = await beginRetention()
    const refuse = (deferredTo: string, reason = "The migration runs until March") =>
      refuseExecution(steward, { assignmentId, dueOn: "2026-10-01", deferredTo, reason })
    await expect(refuse("2026-10-13")).rejects.toThrow(/after today/)
    await expect(refuse("2027-03-31", "")).rejects.toThrow("Give a reason; it is recorded")
    await refuse("2027-03-31")
    expect(await due()).toMatchObject({ dueOn: "2027-03-31", state: "later" })
    expect((await getAssetPrivacy(steward, { assetId: customers.id })).outcomes[0]).toMatchObject({
      outcome: "refused",
      reason: "The migration runs until March",
    })
  })

  it("waits under a legal hold, which is lifted with a reason", async () => {
    const { officer, engineer, customers, due, record } = await beginRetention()
    const hold = { assetId: customers.id, reason: "Case 4 O 12/26", askedBy: "Regional court" }
    await expect(
      placeLegalHold(officer, { ...hold, fromOn: "2026-10-01", untilOn: "2026-09-01" }),
    ).rejects.toThrow("The last day lies before the first")
    await placeLegalHold(officer, { ...hold, fromOn: "2026-11-01" })
    expect((await due())?.state).toBe("overdue")
    const { id } = await placeLegalHold(officer, { ...hold, fromOn: "2026-10-01" })
    expect((await due())?.state).toBe("held")
    await expect(record(engineer)).rejects.toMatchObject({ code: "RULE_BROKEN" })
    await expect(placeLegalHold(engineer, { ...hold, fromOn: "2026-10-01" })).rejects.toMatchObject({
      code: "FORBIDDEN",
    })
    await liftLegalHold(officer, { id, reason: "Settled" })
    await expect(liftLegalHold(officer, { id, reason: "Again" })).rejects.toMatchObject({ code: "NOT_FOUND" })
    await record(engineer)
    const { holds } = await getAssetPrivacy(engineer, { assetId: customers.id })
    expect(holds.find((one) => one.id === id)).toMatchObject({ inForce: false, liftReason: "Settled" })
  })

  it("follows a changed rule at once, and needs the reason for it", async () => {
    const { officer, ruleId, due } = await beginRetention()
    const change = (changes: object, reason = "") =>
      updateRetentionRule(officer, { id: ruleId, version: 1, changes, reason })
    await expect(change({ periodAmount: 6 })).rejects.toMatchObject({
      details: { issues: [{ path: "reason" }] },
    })
    await expect(change({ classKey: "no such class" })).rejects.toMatchObject({ code: "INVALID" })
    await change({ periodAmount: 12 }, "New tax law")
    expect(await due()).toMatchObject({ dueOn: "2028-10-01", state: "later" })
    await expect(change({ name: "x" })).rejects.toMatchObject({ code: "CONFLICT" })
    const other = await createRetentionRule(officer, { ...RULE, name: "Other" })
    await expect(
      updateRetentionRule(officer, { id: other.id, version: 1, changes: { name: RULE.name } }),
    ).rejects.toThrow(/exists already/)
    await expect(createRetentionRule(officer, RULE)).rejects.toThrow(/exists already/)
  })

  it("holds once per asset, and ends with the rule, the retention or the asset", async () => {
    const { officer, admin, ruleId, assignmentId, customers, due } = await beginRetention()
    const apply = () => applyRetentionRule(officer, { ruleId, assetId: customers.id, startOn: "2020-02-29" })
    await expect(apply()).rejects.toThrow(/holds for customers already/)
    await endRetention(officer, { assignmentId, reason: "Moved to the CRM" })
    expect(await due()).toBeUndefined()
    await apply()
    expect(await due()).toMatchObject({ dueOn: "2030-02-28" })
    await archiveAsset(admin, { id: customers.id, reason: "Gone" })
    expect(await due()).toBeUndefined()
    expect(await retireRetentionRule(officer, { id: ruleId, reason: "Replaced" })).toEqual({ ended: 1 })
  })
})

describe("what others ask about retention", () => {
  it("is told which personal class has no rule", async () => {
    const { steward, product, customers } = await beginRetention()
    const { email, first_name, customer_id, orders_count, segment } = customers.fieldIds
    const none = [customer_id!, orders_count!, segment!].map((fieldId) => ({ fieldId, classKey: "none" }))
    const changes = [
      { fieldId: email!, classKey: "email" },
      { fieldId: first_name!, classKey: "person_name" },
    ]
    await classifyFields(steward, { assetId: customers.id, changes: [...changes, ...none] })
    const { state } = await ask(steward, { ids: [product.id] })
    expect(state[product.id]).toEqual({
      set: false,
      rules: 1,
      missing: ["customers has no retention rule for name of a person"],
    })
  })

  it("waits on the steward and on the owner of the asset, not on every engineer", async () => {
    const { steward, engineer } = await beginRetention()
    const waiting = async (ctx: Ctx) => (await ask(ctx, { ids: [] })).waiting
    expect(await waiting(steward)).toMatchObject([{ kind: "retention", due: "2026-10-01", state: "overdue" }])
    expect(await waiting(engineer)).toEqual([])
  })
})
