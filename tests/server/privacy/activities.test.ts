import { describe, expect, it } from "vitest"
import { classifyFields } from "@/server/catalog/classify-fields"
import type { Ctx } from "@/server/kernel/context"
import { waitingActivities } from "@/server/privacy/activity-waiting"
import { applyRetentionRule } from "@/server/privacy/apply-retention-rule"
import { createActivity } from "@/server/privacy/create-activity"
import { createRetentionRule } from "@/server/privacy/create-retention-rule"
import { deprecateActivity } from "@/server/privacy/deprecate-activity"
import type { ActivityFields } from "@/server/privacy/domain/processing-activity"
import { exportActivities } from "@/server/privacy/export-activities"
import { getActivity } from "@/server/privacy/get-activity"
import { listActivities } from "@/server/privacy/list-activities"
import { reinstateActivity } from "@/server/privacy/reinstate-activity"
import { submitActivity } from "@/server/privacy/submit-activity"
import { updateActivity } from "@/server/privacy/update-activity"
import { decide, within } from "@/tests/server/approvals/approvals-world"
import { beginCatalog } from "@/tests/server/catalog/catalog-world"
import { RULE } from "@/tests/support/furnish-privacy"
import { openWorld } from "@/tests/support/world"

const world = openWorld()

const COMPLETE: Partial<ActivityFields> = {
  controllers: "Test Ltd, privacy@example.org",
  officer: "Sofia, dpo@example.org",
  legalBasis: "b",
  people: ["Customers"],
  recipients: ["Carriers"],
  transfersOutside: false,
}

/** A product whose customers table has classified fields, a retention rule for one of them, and its entry. */
async function beginRegister() {
  const catalog = await beginCatalog(world)
  const { steward, product, customers, workspace } = catalog
  const officer = await workspace.member("privacy_officer")
  const { email, first_name } = customers.fieldIds
  await classifyFields(steward, {
    assetId: customers.id,
    changes: [
      { fieldId: email!, classKey: "email", levelKey: "confidential" },
      { fieldId: first_name!, classKey: "person_name", levelKey: "confidential" },
    ],
  })
  const rule = await createRetentionRule(officer, RULE)
  await applyRetentionRule(officer, { ruleId: rule.id, assetId: customers.id, startOn: "2020-01-01" })
  const { id, key } = await createActivity(steward, {
    name: "Orders",
    role: "controller",
    productId: product.id,
  })
  const get = (ctx: Ctx = steward) => getActivity(ctx, { key })
  const change = async (changes: Partial<ActivityFields>, ctx: Ctx = steward) => {
    const { version, fields } = await get()
    return updateActivity(ctx, { id, version, fields: { ...fields, ...changes } })
  }
  const complete = async () => {
    const { fields } = await get()
    const categories = fields.categories.map((one) => ({
      ...one,
      retention: one.retention || "After 2 years",
    }))
    return change({ ...COMPLETE, categories })
  }
  return { ...catalog, officer, id, key, get, change, complete }
}

describe("the record of processing", () => {
  it("begins with what the product's classification, rules and levels say, and names what is missing", async () => {
    const { get, product } = await beginRegister()
    const { fields, gaps, state, key } = await get()
    expect([key, state, fields.productIds]).toEqual(["ROP-1", "draft", [product.id]])
    expect(fields.categories).toEqual([
      expect.objectContaining({
        name: "E-mail address",
        special: false,
        retention: "Delete after 10 years, from: case or order closed (Orders, ten years)",
      }),
      expect.objectContaining({ name: "Name of a person", retention: "" }),
    ])
    expect(fields.security).toMatch(/^Handled as Confidential\. Encryption at rest: required/)
    expect(gaps.map(({ article, missing }) => `${article} ${missing}`)).toEqual([
      "30(1)(a) Name and contact of the controller",
      "30(1)(a) Data protection officer, or why there is none",
      "30(1)(c) Categories of people",
      "30(1)(d) Categories of recipients",
      "30(1)(f) When it is erased: Name of a person",
      "6(1) Legal basis",
      "30(1)(e) Whether data leaves the European Union",
    ])
  })

  it("is approved by somebody else, and an edit outdates it at once", async () => {
    const { officer, admin, id, get, change, complete } = await beginRegister()
    await expect(submitActivity(admin, { id, version: 1 })).rejects.toThrow(/ROP-1 is not complete: Name and/)
    const { version } = await complete()
    const { requestId } = await submitActivity(admin, { id, version })
    expect((await get()).state).toBe("in_review")
    await expect(submitActivity(admin, { id, version })).rejects.toThrow(/waits for approval already/)
    await decide(world, officer, requestId, "approval")
    expect((await get()).state).toBe("approved")
    const after = await change({ recipients: ["Carriers", "Tax office"] })
    expect(await get()).toMatchObject({ state: "outdated", version: after.version })
    await change({})
    expect((await get()).version).toBe(after.version)
    await expect(updateActivity(admin, { id, version, fields: (await get()).fields })).rejects.toMatchObject({
      code: "CONFLICT",
    })
  })

  it("keeps who changed it from approving it, and others from changing it", async () => {
    const { officer, engineer, id, complete, change } = await beginRegister()
    await complete()
    const { version } = await change({ basisNote: "The order" }, officer)
    const { requestId } = await submitActivity(officer, { id, version })
    await expect(decide(world, officer, requestId, "approval")).rejects.toMatchObject({ code: "RULE_BROKEN" })
    await expect(change({ basisNote: "Mine" }, engineer)).rejects.toMatchObject({ code: "FORBIDDEN" })
  })

  it("says what the products hold that it does not name", async () => {
    const { steward, customers, get } = await beginRegister()
    await classifyFields(steward, {
      assetId: customers.id,
      changes: [{ fieldId: customers.fieldIds.segment!, classKey: "health", levelKey: "restricted" }],
    })
    expect((await get()).unnamed).toMatchObject([{ name: "Health", special: true }])
  })

  it("is found by filters, and exported without formulas", async () => {
    const { engineer, product, change } = await beginRegister()
    await change({ name: "=cmd()", role: "processor", transfersOutside: true })
    const find = async (filter: object) => (await listActivities(engineer, { filter })).activities.length
    expect(await find({ productIds: [product.id], roles: ["processor"], marks: ["transfer"] })).toBe(1)
    expect(await find({ search: "e-mail" })).toBe(1)
    expect(await find({ marks: ["special"] })).toBe(0)
    expect(await find({ states: ["approved"] })).toBe(0)
    const csv = await exportActivities(engineer, { format: "csv" })
    expect(csv.fileName).toBe("record-of-processing-2026-10-13.csv")
    expect(csv.text).toContain(`"'=cmd()"`)
    const json = JSON.parse((await exportActivities(engineer, { format: "json" })).text)
    expect(json.activities[0]).toMatchObject({ key: "ROP-1", name: "=cmd()", role: "processor" })
  })

  it("leaves the register with a reason, comes back, and waits on its owner when its review is due", async () => {
    const { steward, engineer, id, get, change } = await beginRegister()
    await deprecateActivity(steward, { id, reason: "The shop was closed" })
    expect((await listActivities(steward, {})).activities).toEqual([])
    await expect(change({ name: "New" })).rejects.toMatchObject({ code: "RULE_BROKEN" })
    await reinstateActivity(steward, { id })
    expect((await get()).state).toBe("draft")
    const waiting = (ctx: Ctx) => within(ctx, waitingActivities)
    expect(await waiting(steward)).toEqual([])
    await change({ nextReviewOn: "2026-10-20", ownerId: engineer.userId })
    expect(await waiting(engineer)).toMatchObject([{ title: "Review ROP-1 Orders", due: "2026-10-20" }])
    expect(await waiting(steward)).toEqual([])
  })
})
