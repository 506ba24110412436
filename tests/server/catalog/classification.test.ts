import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { z } from "zod"
import { acceptSuggestions } from "@/server/catalog/accept-suggestions"
import { classificationOf } from "@/server/catalog/classification-of"
import { classifyAsset } from "@/server/catalog/classify-asset"
import { classifyFields } from "@/server/catalog/classify-fields"
import { classifyProduct } from "@/server/catalog/classify-product"
import { dismissSuggestions } from "@/server/catalog/dismiss-suggestions"
import { DEFAULT_SCHEME } from "@/server/catalog/domain/default-scheme"
import { exportClassification } from "@/server/catalog/export-classification"
import { getAsset } from "@/server/catalog/get-asset"
import { getScheme } from "@/server/catalog/get-scheme"
import { listClassification } from "@/server/catalog/list-classification"
import { saveScheme } from "@/server/catalog/save-scheme"
import type { Ctx } from "@/server/kernel/context"
import { inTransaction } from "@/server/kernel/database"
import { query } from "@/server/kernel/operation"
import { openWorld } from "@/tests/support/world"
import { beginCatalog } from "./catalog-world"

const world = openWorld()

const askState = query("home.listWaiting", {
  permission: "products.read",
  at: "rows",
  input: z.object({ ids: z.array(z.string()) }),
  run: async (ctx, { ids }) => Object.fromEntries(await classificationOf(ctx, ids)),
})

const levelNow = async (ctx: Ctx, key: string) => (await getAsset(ctx, { key })).level

describe("classification", () => {
  it("climbs from fields to asset to product, and unknown stays unknown", async () => {
    const { steward, product, customers } = await beginCatalog(world)
    const ofProduct = async () => (await listClassification(steward, {})).products[0]!
    expect(await levelNow(steward, customers.key)).toEqual({ known: null, from: "nothing", unknownParts: 5 })
    expect((await ofProduct()).level.known).toBeNull()
    const { segment, email } = customers.fieldIds
    const changes = [{ fieldId: segment!, levelKey: "internal", classKey: "none" }]
    await classifyFields(steward, { assetId: customers.id, changes })
    expect(await levelNow(steward, customers.key)).toEqual({
      known: "internal",
      from: "inside",
      unknownParts: 4,
    })
    await classifyFields(steward, {
      assetId: customers.id,
      changes: [{ fieldId: email!, classKey: "email" }],
    })
    expect((await ofProduct()).level.known).toBe("confidential")
    await classifyAsset(steward, { assetId: customers.id, levelKey: "restricted" })
    expect((await ofProduct()).level).toMatchObject({ known: "restricted", from: "inside" })
    await expect(classifyProduct(steward, { productId: product.id, levelKey: "internal" })).rejects.toThrow(
      "Internal is below Restricted, which is inside. Lower that first",
    )
  })

  it("goes down only with a reason, which the history keeps", async () => {
    const { steward, customers } = await beginCatalog(world)
    const change = (levelKey: string | null, reason = "") =>
      classifyFields(steward, {
        assetId: customers.id,
        changes: [{ fieldId: customers.fieldIds.email!, levelKey }],
        reason,
      })
    await change("restricted")
    await expect(change("internal")).rejects.toMatchObject({ details: { issues: [{ path: "reason" }] } })
    await expect(change(null)).rejects.toMatchObject({ code: "INVALID" })
    await change("internal", "Hashed since March")
    const { history } = await getAsset(steward, { key: customers.key })
    expect(
      history.map(({ fieldName, fromLevel, toLevel, reason }) => [fieldName, fromLevel, toLevel, reason]),
    ).toEqual([
      ["email", "restricted", "internal", "Hashed since March"],
      ["email", null, "restricted", ""],
    ])
    await classifyAsset(steward, { assetId: customers.id, levelKey: "restricted" })
    await expect(classifyAsset(steward, { assetId: customers.id, levelKey: null })).rejects.toMatchObject({
      details: { issues: [{ path: "reason" }] },
    })
  })

  it("has a history that the app's role cannot change", async () => {
    const { steward, customers, workspace } = await beginCatalog(world)
    await classifyAsset(steward, { assetId: customers.id, levelKey: "internal" })
    const tamper = (statement: string) =>
      inTransaction(world.open, workspace.id, "write", (db) => db.execute(sql.raw(statement)))
    await expect(tamper("update classification_decisions set reason = 'x'")).rejects.toThrow()
    await expect(tamper("delete from classification_decisions")).rejects.toThrow()
  })

  it("takes only what the scheme offers, and only fields of the asset", async () => {
    const { steward, customers } = await beginCatalog(world)
    const fieldId = customers.fieldIds.email!
    const classify = (change: object) =>
      classifyFields(steward, { assetId: customers.id, changes: [{ fieldId, ...change }] })
    await expect(classify({ levelKey: "top secret" })).rejects.toMatchObject({ code: "INVALID" })
    await expect(classify({ classKey: "nothing such" })).rejects.toMatchObject({ code: "INVALID" })
    await expect(classify({ fieldId: customers.id, classKey: "email" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    })
  })
})

describe("suggestions", () => {
  it("wait for a person, are taken over in bulk, and stay dismissed", async () => {
    const { steward, customers } = await beginCatalog(world)
    const asset = () => getAsset(steward, { key: customers.key })
    const { suggestions, level } = await asset()
    expect(suggestions.map(({ classKey }) => classKey)).toEqual(["account", "email", "person_name"])
    expect(level.known).toBeNull()
    const { first_name, email, customer_id, segment } = customers.fieldIds
    expect(await dismissSuggestions(steward, { assetId: customers.id, fieldIds: [first_name!] })).toEqual({
      dismissed: 1,
    })
    expect((await asset()).suggestions).toHaveLength(2)
    const fieldIds = [first_name!, email!, customer_id!, segment!]
    expect(await acceptSuggestions(steward, { assetId: customers.id, fieldIds })).toEqual({ accepted: 2 })
    const after = await asset()
    expect(after.suggestions).toEqual([])
    expect(after.fields.find(({ name }) => name === "email")).toMatchObject({
      classKey: "email",
      levelKey: "confidential",
    })
    expect(after.fields.find(({ name }) => name === "first_name")?.classKey).toBeNull()
    expect(after.history.every(({ suggested }) => suggested)).toBe(true)
    expect(await acceptSuggestions(steward, { assetId: customers.id, fieldIds })).toEqual({ accepted: 0 })
  })
})

describe("levels and classes of the workspace", () => {
  it("begin with the built-in ones and are changed with a version and a reason", async () => {
    const { steward, engineer, customers } = await beginCatalog(world)
    const { version, ...scheme } = await getScheme(engineer, {})
    expect({ version, scheme }).toEqual({ version: 0, scheme: DEFAULT_SCHEME })
    const secret = { ...scheme.levels[3]!, key: "secret", name: "Secret" }
    const changed = { ...scheme, levels: [...scheme.levels, secret] }
    await expect(saveScheme(engineer, { version: 0, scheme: changed, reason: "x" })).rejects.toMatchObject({
      code: "FORBIDDEN",
    })
    await saveScheme(steward, { version: 0, scheme: changed, reason: "Board papers" })
    await expect(saveScheme(steward, { version: 0, scheme, reason: "x" })).rejects.toMatchObject({
      code: "CONFLICT",
    })
    await expect(saveScheme(steward, { version: 1, scheme, reason: "x" })).rejects.toThrow(
      "Secret cannot be removed, only retired",
    )
    await classifyAsset(steward, { assetId: customers.id, levelKey: "secret" })
    const retired = { ...scheme, levels: [...scheme.levels, { ...secret, retired: true }] }
    await saveScheme(steward, { version: 1, scheme: retired, reason: "Not used" })
    expect((await levelNow(steward, customers.key)).known).toBe("secret")
  })
})

describe("what others ask", () => {
  it("is told what is missing until everything is classified", async () => {
    const { steward, product, customers } = await beginCatalog(world)
    const state = async () => (await askState(steward, { ids: [product.id] }))[product.id]
    expect(await state()).toMatchObject({ set: false, missing: ["5 fields of customers not classified"] })
    const changes = Object.values(customers.fieldIds).map((fieldId) => ({ fieldId, levelKey: "internal" }))
    await classifyFields(steward, { assetId: customers.id, changes })
    expect(await state()).toEqual({ set: true, level: "internal", levelName: "Internal", missing: [] })
  })

  it("gets the classification as CSV, unknown written out", async () => {
    const { steward, engineer, customers } = await beginCatalog(world)
    await acceptSuggestions(steward, { assetId: customers.id, fieldIds: [customers.fieldIds.email!] })
    const { fileName, text } = await exportClassification(engineer, {})
    expect(fileName).toBe("classification-2026-10-13.csv")
    const lines = text.trim().split("\r\n")
    expect(lines).toHaveLength(6)
    expect(lines[2]).toContain('"email","text","Confidential","E-mail address","yes","no","Data steward')
    expect(lines[5]).toContain('"segment","text","Unknown","Unknown","no","no",""')
  })
})
