import { describe, expect, it } from "vitest"
import { createActivity } from "@/server/privacy/create-activity"
import { declareImpact } from "@/server/privacy/declare-impact"
import { deprecateActivity } from "@/server/privacy/deprecate-activity"
import { exportActivities } from "@/server/privacy/export-activities"
import { listActivities } from "@/server/privacy/list-activities"
import { listCheckpoints } from "@/server/privacy/list-checkpoints"
import { readRegister } from "@/server/privacy/read-register"
import { beginPrivacy } from "@/tests/server/dpia/dpia-world"
import { addProduct } from "@/tests/server/products/products-world"
import { openWorld } from "@/tests/support/world"

const world = openWorld()

describe("pages of the record of processing", () => {
  it("hold each entry once without its long texts, and count over all; paper and files hold everything", async () => {
    const { author, product } = await beginPrivacy(world)
    const begin = (name: string, role: "controller" | "processor") =>
      createActivity(author, { name, role, productId: product.id })
    const made = []
    for (const n of [1, 2, 3, 4]) made.push(await begin(`Orders ${n}`, "controller"))
    made.push(await begin("Returns", "processor"))
    await deprecateActivity(author, { id: made[3]!.id, reason: "Twice" })
    const pages = await Promise.all([0, 2, 60].map((offset) => listActivities(author, { offset, limit: 2 })))
    expect(pages.map(({ activities }) => activities.map(({ key }) => key))).toEqual([
      ...[["ROP-1", "ROP-2"], ["ROP-3", "ROP-5"], []],
    ])
    const counts = { total: 4, inUse: 4, approved: 0, inReview: 0, incomplete: 4 }
    for (const page of pages) expect(page).toMatchObject(counts)
    expect(JSON.stringify(pages)).not.toContain("answers:")
    const filter = { search: "orders", states: ["draft" as const, "deprecated" as const] }
    expect(await listActivities(author, { filter, limit: 1 })).toMatchObject({
      ...{ total: 4, incomplete: 3, inUse: 4 },
      activities: [{ key: "ROP-1", products: ["Delivery promise"] }],
    })
    const whole = await readRegister(author, {})
    expect(whole.activities.map(({ key }) => key)).toEqual(["ROP-1", "ROP-2", "ROP-3", "ROP-5"])
    expect(whole.activities[0]!.fields.purposes).toContain("answers:")
    const { text } = await exportActivities(author, { format: "json" })
    expect(JSON.parse(text).activities).toHaveLength(4)
  })
})

describe("pages of the ethics checkpoints", () => {
  it("begin with what is due, hold each once, and count over all that the filter finds", async () => {
    const { admin, author, subject, addProduct: add, addItem, workspace } = await beginPrivacy(world)
    const declare = (of: { productId: string } | { itemId: string }, highImpact: boolean) =>
      declareImpact(author, { subject: of, highImpact, reason: "It ranks people" })
    await declare(subject, true)
    for (const name of ["Churn", "Prices", "Stock"]) {
      await declare({ productId: (await add(name)).id }, name !== "Stock")
    }
    await declare({ itemId: (await addItem("Score customers")).id }, true)
    const other = await addProduct(admin, "OTH", { name: "Elsewhere" })
    await declareImpact(admin, { subject: { productId: other.id }, highImpact: true, reason: "Credit" })
    const all = await listCheckpoints(author, {})
    expect(all.checkpoints.map((row) => row.subject.title)).toEqual([
      ...["Churn", "Delivery promise", "Elsewhere", "Prices", "Score customers", "Stock"],
    ])
    const counts = { total: 6, decided: 0, toFill: 5, openConditions: 0 }
    const pages = await Promise.all([0, 4, 60].map((offset) => listCheckpoints(author, { offset, limit: 4 })))
    expect(pages.flatMap(({ checkpoints }) => checkpoints)).toEqual(all.checkpoints)
    for (const page of pages) expect(page).toMatchObject(counts)
    const found = await listCheckpoints(author, { filter: { search: "CHURN", states: ["due"] } })
    expect(found).toMatchObject({ total: 1, toFill: 1 })
    const scope = { scopeType: "domain", scopeId: other.domainId } as const
    const reader = await workspace.member("data_engineer", scope)
    expect(await listCheckpoints(reader, {})).toMatchObject({ total: 1, toFill: 1 })
  })
})
