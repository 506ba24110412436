import { describe, expect, it } from "vitest"
import { archiveAsset } from "@/server/catalog/archive-asset"
import type { Ctx } from "@/server/kernel/context"
import { applyRetentionRule } from "@/server/privacy/apply-retention-rule"
import { createRetentionRule } from "@/server/privacy/create-retention-rule"
import { listDue } from "@/server/privacy/list-due"
import { listRetention } from "@/server/privacy/list-retention"
import { placeLegalHold } from "@/server/privacy/place-legal-hold"
import { addAsset, beginCatalog } from "@/tests/server/catalog/catalog-world"
import { addProduct } from "@/tests/server/products/products-world"
import { RULE } from "@/tests/support/furnish-privacy"
import { openWorld } from "@/tests/support/world"

const world = openWorld()

/** Six assets under "ten years", half of them of another domain: two overdue, one soon, one held, two later. */
async function beginMany() {
  const catalog = await beginCatalog(world)
  const { admin, product } = catalog
  const officer = await catalog.workspace.member("privacy_officer")
  const other = await addProduct(admin, "FUL", { name: "Route planning" })
  const rule = await createRetentionRule(officer, RULE)
  const starts = ["2016-01-01", "2016-02-01", "2016-11-01", "2016-01-02", "2020-01-01", "2021-01-01"]
  const made = []
  for (const [n, startOn] of starts.entries()) {
    const asset = await addAsset(admin, `orders_${n}`, n % 2 === 0 ? product.id : other.id, [])
    made.push({
      ...asset,
      ...(await applyRetentionRule(officer, { ruleId: rule.id, assetId: asset.id, startOn })),
    })
  }
  await placeLegalHold(officer, {
    assetId: (await idOf(admin, "orders_3"))!,
    reason: "Case",
    fromOn: "2026-01-01",
  })
  return { ...catalog, officer, other, assignments: made }
}

async function idOf(ctx: Ctx, name: string) {
  return (await listDue(ctx, { filter: { search: name } })).due[0]?.asset.id
}

describe("pages of what is due", () => {
  it("begin with what is most urgent, hold each once, and count over all, whatever the page", async () => {
    const { steward } = await beginMany()
    const all = await listDue(steward, {})
    expect(all.due.map(({ asset, state }) => `${asset.name} ${state}`)).toEqual([
      ...["orders_0 overdue", "orders_1 overdue", "orders_2 soon"],
      ...["orders_3 held", "orders_4 later", "orders_5 later"],
    ])
    const counts = { total: 6, states: { overdue: 2, soon: 1, held: 1, later: 2 } }
    const pages = await Promise.all([0, 4, 400].map((offset) => listDue(steward, { offset, limit: 4 })))
    expect(pages.flatMap(({ due }) => due)).toEqual(all.due)
    for (const page of pages) expect(page).toMatchObject(counts)
  })

  it("are narrowed by state, by words of asset or rule, and to one", async () => {
    const { steward, assignments } = await beginMany()
    const found = async (filter: object) => (await listDue(steward, { filter, limit: 1 })).total
    expect(await found({ states: ["held", "later"] })).toBe(3)
    expect(await found({ search: "ORDERS_4" })).toBe(1)
    expect(await found({ search: RULE.name })).toBe(6)
    expect(await found({ search: "nothing of that" })).toBe(0)
    const { due } = await listDue(steward, { filter: { ids: [assignments[5]!.id] } })
    expect(due.map(({ asset }) => asset.name)).toEqual(["orders_5"])
  })

  it("show and count for a reader limited to a domain only what is theirs, and nothing archived", async () => {
    const { workspace, admin, steward, other } = await beginMany()
    const scope = { scopeType: "domain", scopeId: other.domainId } as const
    const reader = await workspace.member("data_engineer", scope)
    const theirs = { overdue: 1, soon: 0, held: 1, later: 1 }
    expect(await listDue(reader, { limit: 1 })).toMatchObject({ total: 3, states: theirs })
    expect((await listRetention(reader, {})).rules).toMatchObject([{ assets: 3 }])
    await archiveAsset(admin, { id: (await idOf(steward, "orders_5"))!, reason: "Gone" })
    expect((await listDue(reader, {})).total).toBe(2)
    expect((await listRetention(steward, {})).rules).toMatchObject([{ assets: 5 }])
  })
})
