import { describe, expect, it } from "vitest"
import { z } from "zod"
import { updateItem } from "@/server/backlog/update-item"
import type { Ctx } from "@/server/kernel/context"
import { query } from "@/server/kernel/operation"
import { createProduct } from "@/server/products/create-product"
import { scoreLinks } from "@/server/scoring/thread-link"
import { waitingScores } from "@/server/scoring/waiting"
import { productOf } from "@/tests/server/products/products-world"
import { openWorld } from "@/tests/support/world"
import { beginScoring, giveWsjf } from "./scoring-world"

const world = openWorld()

const productInput = z.array(z.object({ id: z.string(), ownerName: z.string().nullable() }))
const askLinks = query("thread.getThread", {
  permission: "products.read",
  at: "rows",
  input: productInput,
  run: async (ctx, products) => Object.fromEntries(await scoreLinks(ctx, products)),
})
const waiting = query("home.listWaiting", {
  permission: "products.read",
  at: "rows",
  input: z.object({}),
  run: (ctx) => waitingScores(ctx),
})
const link = async (ctx: Ctx, id: string) => (await askLinks(ctx, [{ id, ownerName: "Ines Moreau" }]))[id]

describe("the score in a product's thread", () => {
  it("is settled when two people scored every open item and nobody is split", async () => {
    const { workspace, admin, add, product, frameworkId } = await beginScoring(world)
    expect(await link(admin, product.id)).toMatchObject({ state: "later", waits: false })
    const [a, b] = [await add("One"), await add("Two")]
    await add("Finished", { status: "done" })
    expect(await link(admin, product.id)).toMatchObject({
      state: "warning",
      word: "Not scored",
      fact: "0 of 2 items scored",
      owes: { name: "Ines Moreau" },
      waits: true,
    })
    const engineer = await workspace.member("data_engineer")
    await giveWsjf(admin, frameworkId, a.id, [13, 8, 5, 3])
    await giveWsjf(engineer, frameworkId, a.id, [13, 8, 5, 3])
    await giveWsjf(admin, frameworkId, b.id, [8, 8, 5, 3])
    expect(await link(admin, product.id)).toMatchObject({
      word: "1 of 2 settled",
      fact: "**WSJF 8.7** for FUL-1, 2 of 2 items scored",
      next: "Have 1 item scored by a second person",
      when: "2026-10-13T07:40:00.000Z",
    })
    await giveWsjf(engineer, frameworkId, b.id, [1, 8, 5, 3])
    expect(await link(admin, product.id)).toMatchObject({
      word: "Split",
      next: expect.stringContaining("FUL-2"),
    })
    await giveWsjf(engineer, frameworkId, b.id, [8, 8, 5, 3], { version: 1 })
    const settled = await link(admin, product.id)
    expect(settled).toMatchObject({ state: "good", word: "Settled", waits: false })
    expect(settled!.href).toBe(`/${workspace.slug}/backlog/scoring?product=${product.id}&framework=wsjf`)
  })
})

describe("scores that wait", () => {
  it("are those that others gave and I did not, per product, only where I may score", async () => {
    const { workspace, admin, add, domainId, product, frameworkId } = await beginScoring(world)
    const second = await createProduct(admin, productOf(domainId, { name: "Returns" }))
    const items = [await add("One"), await add("Two"), await add("Three", { productId: second.id })]
    const engineer = await workspace.member("data_engineer")
    for (const { id } of items) await giveWsjf(engineer, frameworkId, id, [8, 8, 5, 3])
    expect(await waiting(admin, {})).toMatchObject([
      {
        kind: "score",
        id: product.id,
        title: "Score 2 items of Delivery promise",
        detail: "FUL-1 and FUL-2, scored with WSJF by 1 person; the median waits for you",
      },
      { id: second.id, title: "Score 1 item of Returns" },
    ])
    expect(await waiting(engineer, {})).toEqual([])
    expect(await waiting(await workspace.member("auditor"), {})).toEqual([])
    const limited = await workspace.member("stakeholder", { scopeType: "product", scopeId: second.id })
    expect((await waiting(limited, {})).map(({ id }) => id)).toEqual([second.id])
    await giveWsjf(admin, frameworkId, items[2]!.id, [8, 8, 5, 3])
    await giveWsjf(admin, frameworkId, items[0]!.id, [null, 8, null, null])
    await updateItem(admin, { id: items[1]!.id, version: 1, changes: { status: "done" } })
    expect(await waiting(admin, {})).toEqual([])
  })

  it("are none without frameworks", async () => {
    const admin = await (await world.workspace()).member("administrator")
    expect(await waiting(admin, {})).toEqual([])
    expect(await link(admin, "0199d000-0000-7000-8000-000000000000")).toBeUndefined()
  })
})
