import { eq } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { grants, invitations, memberships } from "@/db/schema/members"
import { countWaiting } from "@/server/approvals/count-waiting"
import { remindApprovers } from "@/server/approvals/remind-approvers"
import { createItem } from "@/server/backlog/create-item"
import { addAction } from "@/server/dpia/add-action"
import { createAssessment } from "@/server/dpia/create-assessment"
import { groupWaiting } from "@/server/home/domain/waiting-groups"
import { listWaiting } from "@/server/home/list-waiting"
import type { Ctx } from "@/server/kernel/context"
import { inTransaction } from "@/server/kernel/database"
import { newId } from "@/server/kernel/domain/id"
import { NOW, openWorld } from "@/tests/support/world"
import { at, submit } from "../approvals/approvals-world"
import { addProduct } from "../products/products-world"

const world = openWorld()
const titles = async (ctx: Ctx) => (await listWaiting(ctx, {})).things.map((thing) => thing.title)

async function begin() {
  const workspace = await world.workspace()
  return { workspace, admin: await workspace.member("administrator") }
}

const complete = (userId: string) => ({ ownerId: userId, stewardId: userId, description: "What it is for." })

describe("items that wait", () => {
  it("are my own: due within two weeks, overdue, or in review", async () => {
    const { workspace, admin } = await begin()
    const me = await workspace.member("data_engineer")
    const { id: productId } = await addProduct(admin, "FUL", complete(admin.userId))
    const mine = { ownerId: me.userId, productId }
    await createItem(admin, { ...mine, title: "Overdue", status: "doing", dueDate: "2026-10-11" })
    await createItem(admin, { ...mine, title: "Soon", status: "ready", dueDate: "2026-10-27" })
    await createItem(admin, { ...mine, title: "Far", status: "ready", dueDate: "2026-10-28" })
    await createItem(admin, { ...mine, title: "No date", status: "doing" })
    await createItem(admin, { ...mine, title: "In review", status: "review" })
    await createItem(admin, { ...mine, title: "Done", status: "done", dueDate: "2026-10-11" })
    await createItem(admin, { productId, ownerId: admin.userId, title: "Of another", status: "review" })
    const { things, more } = await listWaiting(me, {})
    expect(more).toBe(false)
    expect(things.map(({ kind, title, due }) => [kind, title, due])).toEqual([
      ["item", "FUL-1 Overdue", "2026-10-11"],
      ["item", "FUL-2 Soon", "2026-10-27"],
      ["review", "FUL-5 In review", undefined],
    ])
    expect(things[0]).toMatchObject({
      detail: "Delivery promise",
      state: "doing",
      action: { label: "Open item", href: `/${workspace.slug}/items/FUL-1` },
    })
  })

  it("are lines of an assessment's action plan too, for whoever does them", async () => {
    const { workspace, admin } = await begin()
    const engineer = await workspace.member("data_engineer")
    const { id: productId } = await addProduct(admin, "FUL", complete(admin.userId))
    const { id } = await createAssessment(admin, { productId })
    await addAction(admin, { id, title: "Shorten the logs", ownerId: engineer.userId, dueOn: "2026-10-12" })
    const { things } = await listWaiting(engineer, {})
    expect(things).toMatchObject([{ kind: "item", title: "FUL-1 Shorten the logs", due: "2026-10-12" }])
  })

  it("stay hidden from a token that may not read the backlog", async () => {
    const { admin } = await begin()
    await createItem(admin, { title: "In review", status: "review", ownerId: admin.userId })
    expect(await titles(admin)).toHaveLength(1)
    expect(await titles({ ...admin, caller: { ...admin.caller, limitedTo: ["products.read"] } })).toEqual([])
  })
})

describe("sign-offs that wait", () => {
  it("are late after their day, and tell who reminded and when", async () => {
    const { workspace, admin } = await begin()
    const officer = await workspace.member("privacy_officer")
    const { requestId } = await submit(admin, { dueOn: "2026-10-14" })
    const on = (day: string) => listWaiting(at(officer, `2026-10-${day}T09:41:00.000Z`), {})
    const first = { id: requestId, kind: "approval", due: "2026-10-14", state: "to decide" }
    expect((await on("13")).things).toMatchObject([first])
    await remindApprovers(at(admin, "2026-10-15T09:40:00.000Z"), { requestId })
    const { things } = await on("15")
    expect(things).toMatchObject([{ ...first, state: "reminded" }])
    expect(things[0]?.detail).toBe(
      `Impact assessment. Asked by ${admin.caller.user?.name}, who reminded you on 2026-10-15 at 09:40 UTC`,
    )
    expect(groupWaiting(things, "2026-10-14T23:59:59.999Z")[0]?.group).toBe("thisWeek")
    expect(groupWaiting(things, "2026-10-15T00:00:00.000Z")[0]?.group).toBe("late")
    expect((await countWaiting(at(officer, "2026-10-14T23:59:59.999Z"), {})).late).toBe(0)
    expect((await countWaiting(at(officer, "2026-10-15T00:00:00.000Z"), {})).late).toBe(1)
    expect((await listWaiting(admin, {})).things).toEqual([])
  })

  it("keep those that have waited longest, however many are asked for", async () => {
    const { workspace, admin } = await begin()
    const officer = await workspace.member("privacy_officer")
    const { requestId } = await submit(admin, { dueOn: "2026-10-12" })
    const later = at(admin, "2026-10-13T08:00:00.000Z")
    for (let i = 0; i < 101; i++) await submit(later)
    const { things, more } = await listWaiting(at(officer, "2026-10-13T09:00:00.000Z"), {})
    expect([things.length, more, things[0]?.id]).toEqual([100, true, requestId])
  })
})

describe("products that wait", () => {
  it("lack an owner or a steward, or lost them; those who look after all products see it", async () => {
    const { workspace, admin } = await begin()
    const steward = await workspace.member("data_steward")
    const gone = await workspace.member("product_owner")
    await addProduct(admin, "FUL", { name: "Complete", ...complete(admin.userId) })
    await addProduct(admin, "PRC", { name: "Ownerless", ownerId: null, stewardId: admin.userId })
    await addProduct(admin, "STO", { name: "Orphan" })
    await addProduct(admin, "CUS", { name: "Old", lifecycle: "retired" })
    const left = await addProduct(admin, "RET", {
      name: "Left",
      ownerId: gone.userId,
      stewardId: admin.userId,
    })
    await inTransaction(world.open, workspace.id, "write", (db) =>
      db.update(memberships).set({ leftAt: NOW }).where(eq(memberships.userId, gone.userId)),
    )
    expect(await titles(steward)).toEqual([
      "Left has no owner",
      "Orphan has no owner and no steward",
      "Ownerless has no owner",
    ])
    expect((await listWaiting(admin, {})).things[0]?.action).toEqual({
      label: "Name an owner",
      href: `/${workspace.slug}/products/${left.slug}?edit=1`,
    })
  })

  it("are mine and nobody can tell what they are for", async () => {
    const { workspace, admin } = await begin()
    const me = await workspace.member("product_owner")
    await addProduct(admin, "FUL", { name: "Bare", ownerId: me.userId })
    await addProduct(admin, "PRC", { name: "Of another", ownerId: admin.userId })
    expect(await titles(me)).toEqual(["Bare has no description"])
  })
})

describe("access that waits", () => {
  it("is a role of mine that ends within two weeks", async () => {
    const { workspace, admin } = await begin()
    const { id: productId } = await addProduct(admin, "FUL", complete(admin.userId))
    const me = await workspace.member("stakeholder")
    const grant = (validUntil: string, more: Partial<typeof grants.$inferInsert>) => ({
      workspaceId: workspace.id,
      id: newId(),
      userId: me.userId,
      role: "data_engineer" as const,
      scopeType: "workspace" as const,
      validFrom: NOW,
      validUntil,
      reason: "Test",
      grantedBy: admin.userId,
      grantedAt: NOW,
      ...more,
    })
    await inTransaction(world.open, workspace.id, "write", (db) =>
      db
        .insert(grants)
        .values([
          grant("2026-10-20T00:00:00.000Z", { scopeType: "product", scopeId: productId }),
          grant("2026-11-20T00:00:00.000Z", { role: "auditor" }),
          grant("2026-10-21T00:00:00.000Z", { role: "delivery_lead", revokedAt: NOW }),
        ]),
    )
    expect((await listWaiting(me, {})).things).toMatchObject([
      {
        title: "Your role data engineer in Delivery promise ends",
        due: "2026-10-20T00:00:00.000Z",
        kind: "access",
      },
    ])
    expect(await titles(admin)).toEqual([])
  })

  it("is an unused invitation about to end, for administrators alone", async () => {
    const { workspace, admin } = await begin()
    const steward = await workspace.member("data_steward")
    const invitation = (email: string, expiresAt: string) => ({
      workspaceId: workspace.id,
      id: newId(),
      email,
      role: "stakeholder" as const,
      scopeType: "workspace" as const,
      reason: "Test",
      tokenHash: newId(),
      invitedBy: admin.userId,
      createdAt: NOW,
      expiresAt,
    })
    await inTransaction(world.open, workspace.id, "write", (db) =>
      db
        .insert(invitations)
        .values([
          invitation("over@example.org", "2026-10-12T00:00:00.000Z"),
          invitation("soon@example.org", "2026-10-15T00:00:00.000Z"),
          invitation("fine@example.org", "2026-10-19T00:00:00.000Z"),
          { ...invitation("used@example.org", "2026-10-15T00:00:00.000Z"), acceptedAt: NOW },
        ]),
    )
    const { things } = await listWaiting(admin, {})
    expect(things.map(({ title, state }) => [title, state])).toEqual([
      ["Invitation of over@example.org as stakeholder", "expired"],
      ["Invitation of soon@example.org as stakeholder", "expires"],
    ])
    expect(await titles(steward)).toEqual([])
  })
})

it("another workspace's things wait on nobody here", async () => {
  const { admin } = await begin()
  await createItem(admin, { title: "In review", status: "review", ownerId: admin.userId })
  const other = await begin()
  expect(await titles(other.admin)).toEqual([])
})
