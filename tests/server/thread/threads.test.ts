import { describe, expect, it } from "vitest"
import { createItem } from "@/server/backlog/create-item"
import type { ItemStatus } from "@/server/backlog/domain/item"
import type { Ctx } from "@/server/kernel/context"
import { query } from "@/server/kernel/operation"
import { productFilterSchema } from "@/server/products/domain/product-filter"
import type { ThreadLink } from "@/server/products/domain/thread-link"
import { listProducts } from "@/server/products/list-products"
import { getThread } from "@/server/thread/get-thread"
import { composeThreads } from "@/server/thread/internal/compose-threads"
import type { LinkProvider, ThreadProduct } from "@/server/thread/link-provider"
import { listThreads } from "@/server/thread/list-threads"
import { openWorld } from "@/tests/support/world"
import { addProduct } from "../products/products-world"

const world = openWorld()

const addItems = async (ctx: Ctx, productId: string | null, statuses: ItemStatus[]) => {
  for (const status of statuses) await createItem(ctx, { title: status, status, productId })
}

/** A provider that remembers what it was asked and has a link for products with the given name. */
function provider(id: string, only?: string) {
  const asked: ThreadProduct[][] = []
  const link: ThreadLink = {
    id,
    name: id,
    href: `/${id}`,
    state: "good",
    word: "Done",
    fact: "",
    waits: false,
  }
  const links: LinkProvider["links"] = async (_, products) => {
    asked.push(products)
    const having = products.filter((product) => !only || product.name === only)
    return new Map(having.map((product) => [product.id, link]))
  }
  return { asked, provider: { permission: "scoring.read", links } satisfies LinkProvider }
}

/** The composition with providers of the test's choice, run like the operation. */
const compose = (ctx: Ctx, providers: LinkProvider[]) =>
  query("thread.listThreads", {
    permission: "products.read",
    at: "rows",
    input: productFilterSchema,
    run: async (inner, filter) => composeThreads(inner, await listProducts(inner, filter), providers),
  })(ctx, {})

describe("the threads of products", () => {
  it("count items by how far they are, without dropped ones and without other products' items", async () => {
    const admin = await (await world.workspace()).member("administrator")
    const product = await addProduct(admin, "FUL", { name: "Delivery promise" })
    await addProduct(admin, "PRC", { name: "Price index" })
    await addItems(admin, product.id, ["idea", "refine", "ready", "doing", "review", "done", "dropped"])
    await addItems(admin, null, ["idea"])
    expect((await listThreads(admin, {})).map(({ name, items }) => ({ name, items }))).toEqual([
      { name: "Delivery promise", items: { notStarted: 3, inProgress: 2, done: 1 } },
      { name: "Price index", items: { notStarted: 0, inProgress: 0, done: 0 } },
    ])
    expect(await listThreads(admin, { search: "price" })).toHaveLength(1)
  })

  it("ask each provider once for all products and keep the providers' order", async () => {
    const admin = await (await world.workspace()).member("administrator")
    const first = await addProduct(admin, "FUL", { name: "Delivery promise", ownerId: admin.userId })
    const second = await addProduct(admin, "PRC", { name: "Price index" })
    const score = provider("score")
    const contract = provider("contract", "Price index")
    const threads = await compose(admin, [score.provider, contract.provider])
    expect(threads.get(first.id)?.map((link) => link.id)).toEqual(["score"])
    expect(threads.get(second.id)?.map((link) => link.id)).toEqual(["score", "contract"])
    expect(score.asked).toHaveLength(1)
    expect(score.asked[0]).toEqual([
      {
        id: first.id,
        slug: "delivery-promise",
        name: "Delivery promise",
        ownerId: admin.userId,
        ownerName: expect.any(String),
      },
      { id: second.id, slug: "price-index", name: "Price index", ownerId: null, ownerName: null },
    ])
  })

  it("leave out links that a token may not read", async () => {
    const admin = await (await world.workspace()).member("administrator")
    const { id } = await addProduct(admin, "FUL")
    const score = provider("score")
    const token: Ctx = { ...admin, caller: { ...admin.caller, limitedTo: ["products.read"] } }
    expect((await compose(token, [score.provider])).get(id)).toEqual([])
    expect(score.asked).toEqual([])
    await addItems(admin, id, ["doing"])
    expect(await listThreads(token, {})).toMatchObject([{ items: { inProgress: 0 } }])
  })

  it("show a limited grant its own products", async () => {
    const workspace = await world.workspace()
    const admin = await workspace.member("administrator")
    const mine = await addProduct(admin, "FUL", { name: "Delivery promise" })
    const other = await addProduct(admin, "PRC", { name: "Price index" })
    const limited = await workspace.member("stakeholder", { scopeType: "product", scopeId: mine.id })
    expect((await listThreads(limited, {})).map((row) => row.id)).toEqual([mine.id])
    expect(await getThread(limited, { slug: mine.slug })).toMatchObject({ productId: mine.id })
    await expect(getThread(limited, { slug: other.slug })).rejects.toMatchObject({ code: "NOT_FOUND" })
  })

  it("of another workspace are not found", async () => {
    const { slug } = await addProduct(await (await world.workspace()).member("administrator"), "FUL")
    const stranger = await (await world.workspace()).member("administrator")
    await expect(getThread(stranger, { slug })).rejects.toMatchObject({ code: "NOT_FOUND" })
    expect(await listThreads(stranger, {})).toEqual([])
  })
})
