import { eq } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { z } from "zod"
import { memberships } from "@/db/schema/members"
import { createItem } from "@/server/backlog/create-item"
import { updateItem } from "@/server/backlog/update-item"
import { createAsset } from "@/server/catalog/create-asset"
import { archiveAssessment } from "@/server/dpia/archive-assessment"
import { createAssessment } from "@/server/dpia/create-assessment"
import type { Change } from "@/server/home/domain/change"
import { listChanges } from "@/server/home/list-changes"
import type { Ctx } from "@/server/kernel/context"
import { inTransaction } from "@/server/kernel/database"
import { command } from "@/server/kernel/operation"
import { createDomain } from "@/server/products/create-domain"
import { createProduct } from "@/server/products/create-product"
import { updateProduct } from "@/server/products/update-product"
import { openWorld } from "@/tests/support/world"
import { addProduct, domainOf, productOf } from "../products/products-world"

const world = openWorld()

/** The same person at another minute of 13 October. */
const at = <C extends Ctx>(ctx: C, minute: number): C => ({
  ...ctx,
  clock: () => `2026-10-13T08:${String(minute).padStart(2, "0")}:00.000Z`,
})
const said = (change: Change) => change.sentence.map((piece) => piece.text).join("")
const sentences = async (ctx: Ctx) => (await listChanges(ctx, {})).changes.map(said)

async function begin() {
  const workspace = await world.workspace()
  return { workspace, admin: await workspace.member("administrator") }
}

describe("what changed", () => {
  it("is told newest first, with links, and the time of the last visit", async () => {
    const { workspace, admin } = await begin()
    const me = await workspace.member("product_owner")
    const domain = await createDomain(at(admin, 0), domainOf("FUL"))
    const product = await createProduct(at(admin, 1), productOf(domain.id))
    const item = await createItem(at(me, 2), { title: "Retry", productId: product.id })
    await updateItem(at(admin, 3), { id: item.id, version: 1, changes: { status: "doing" } })
    await inTransaction(world.open, workspace.id, "write", (db) =>
      db
        .update(memberships)
        .set({ lastVisitAt: "2026-10-13T07:01:30.000Z" })
        .where(eq(memberships.userId, me.userId)),
    )
    const { since, changes, next } = await listChanges(at(me, 4), {})
    expect(since).toBe("2026-10-13T07:01:30.000Z")
    expect(next).toBeNull()
    expect(changes.map((change) => [said(change), change.actor.me])).toEqual([
      ["moved FUL-1 to Doing", false],
      ["created FUL-1 “Retry”", true],
      ["created the product Delivery promise", false],
      ["created the domain Domain FUL", false],
    ])
    expect(changes[0]?.sentence).toContainEqual({ text: "FUL-1", href: `/${workspace.slug}/items/FUL-1` })
    expect(changes[2]?.sentence).toContainEqual({
      text: "Delivery promise",
      href: `/${workspace.slug}/products/delivery-promise`,
    })
  })

  it("leads to assets, assessments and the register, where their pages are", async () => {
    const { workspace, admin } = await begin()
    const officer = await workspace.member("privacy_officer")
    const product = await addProduct(at(admin, 0), "FUL")
    const asset = await createAsset(at(admin, 1), {
      name: "Order lines",
      kind: "table",
      productId: product.id,
    })
    const assessment = await createAssessment(at(officer, 2), {
      productId: product.id,
      name: "Route planning",
    })
    await archiveAssessment(at(officer, 3), { id: assessment.id, reason: "Test" })
    const { changes } = await listChanges(at(officer, 4), {})
    const links = changes
      .flatMap(({ sentence }) => sentence.filter(({ href }) => href))
      .map(({ href }) => href)
    const page = `/${workspace.slug}/privacy/assessments/${assessment.key}`
    expect(links).toEqual(expect.arrayContaining([page, `/${workspace.slug}/assets/${asset.key}`]))
    expect(changes[0]?.sentence).toEqual([{ text: "archived " }, { text: assessment.key, href: page }])
    const elsewhere = await addProduct(at(admin, 5), "PRC", { name: "Price index" })
    const limited = await workspace.member("stakeholder", { scopeType: "product", scopeId: elsewhere.id })
    expect((await sentences(limited)).join()).not.toMatch(/Order lines|DPIA/)
  })

  it("comes in pages that neither lose nor repeat anything", async () => {
    const { admin } = await begin()
    const { id } = await addProduct(at(admin, 0), "FUL")
    for (let version = 1; version <= 7; version++) {
      await updateProduct(at(admin, version % 3), {
        id,
        version,
        changes: { question: `Question ${version}?` },
      })
    }
    const all = (await listChanges(admin, {})).changes.map((change) => change.id)
    expect(all).toHaveLength(9)
    const paged: string[] = []
    let cursor = null
    do {
      const page: Awaited<ReturnType<typeof listChanges>> = await listChanges(admin, { cursor, limit: 2 })
      paged.push(...page.changes.map((change) => change.id))
      cursor = page.next
    } while (cursor)
    expect(paged).toEqual(all)
  })

  it("shows a limited grant what lies wholly in its reach", async () => {
    const { workspace, admin } = await begin()
    const mine = await addProduct(at(admin, 1), "FUL")
    const other = await addProduct(at(admin, 2), "PRC", { name: "Price index" })
    const inside = await createItem(at(admin, 3), { title: "Inside", productId: mine.id })
    const outside = await createItem(at(admin, 4), { title: "Outside", productId: other.id })
    await createItem(at(admin, 5), { title: "Nowhere" })
    const record = command("backlog.reorderItems", {
      permission: "backlog.edit",
      at: () => ({ type: "workspace" }),
      input: z.object({}),
      run: async (ctx) =>
        ctx.record({
          targets: [inside, outside].map(({ id, key }) => ({ type: "item", id, name: key })),
          summary: "Moved FUL-1 above PRC-1",
        }),
    })
    await record(at(admin, 6), {})
    const limited = await workspace.member("stakeholder", { scopeType: "product", scopeId: mine.id })
    expect(await sentences(limited)).toEqual([
      "created FUL-1 “Inside”",
      "created the product Delivery promise",
    ])
    expect(await sentences(admin)).toHaveLength(8)
    const inDomain = await workspace.member("stakeholder", { scopeType: "domain", scopeId: other.domainId })
    expect(await sentences(inDomain)).toEqual(["created PRC-1 “Outside”", "created the product Price index"])
  })

  it("leaves out refusals and what is nobody's news", async () => {
    const { workspace, admin } = await begin()
    const auditor = await workspace.member("auditor")
    const { domainId } = await addProduct(at(admin, 1), "FUL")
    await expect(createProduct(auditor, productOf(domainId))).rejects.toMatchObject({ code: "FORBIDDEN" })
    const quiet = (name: string) =>
      command(name, {
        permission: "members.manage",
        input: z.object({}),
        run: async (ctx) => ctx.record({ targets: [], summary: `Did ${name}` }),
      })
    for (const name of [
      "members.createPasswordReset",
      "members.createToken",
      "members.inviteMember",
      "members.grantRole",
    ]) {
      await quiet(name)(at(admin, 2), {})
    }
    const told = await sentences(auditor)
    expect(told[0]).toBe("did members.grantRole")
    expect(told.slice(1).sort()).toEqual([
      "created the domain Domain FUL",
      "created the product Delivery promise",
    ])
    const token: Ctx = { ...admin, caller: { ...admin.caller, limitedTo: ["products.read"] } }
    expect(await sentences(token)).toHaveLength(2)
  })

  it("of another workspace is not told", async () => {
    const { admin } = await begin()
    await addProduct(admin, "FUL")
    expect(await sentences((await begin()).admin)).toEqual([])
  })
})
