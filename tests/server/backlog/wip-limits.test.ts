import { sql } from "drizzle-orm"
import { beforeEach, describe, expect, it } from "vitest"
import { archiveItem } from "@/server/backlog/archive-item"
import { changeItems } from "@/server/backlog/change-items"
import type { WipRule } from "@/server/backlog/domain/wip"
import { getItem } from "@/server/backlog/get-item"
import { getWipLimits } from "@/server/backlog/get-wip-limits"
import { importItems } from "@/server/backlog/import-items"
import { moveItem } from "@/server/backlog/move-item"
import { previewImport } from "@/server/backlog/preview-import"
import { restoreItem } from "@/server/backlog/restore-item"
import { setWipLimits } from "@/server/backlog/set-wip-limits"
import { updateItem } from "@/server/backlog/update-item"
import type { Ctx } from "@/server/kernel/context"
import { openWorld, type TestWorkspace } from "@/tests/support/world"
import { addItem, addProduct, look, refusals, upload } from "./backlog-world"

const world = openWorld()
let workspace: TestWorkspace
let lead: Ctx & { userId: string }

beforeEach(async () => {
  workspace = await world.workspace()
  lead = await workspace.member("delivery_lead")
})

async function limit(...rules: WipRule[]) {
  const { version } = await getWipLimits(lead, {})
  return setWipLimits(lead, { version, rules })
}
const hard = (allowed: number, per: WipRule["per"] = "column"): WipRule => ({
  status: "doing",
  per,
  kind: "hard",
  limit: allowed,
})
const fill = async (count: number, more: object = { status: "doing" }) => {
  const made = []
  for (let n = 0; n < count; n++) made.push(await addItem(lead, `Item ${n}`, more))
  return made
}
const heldIn = async () => {
  const [row] = await look<{ held: number }>(
    world,
    workspace,
    sql`select count(*)::int as held from items where status = 'doing' and archived_at is null`,
  )
  return row?.held
}
const FULL = "Doing holds 2 of at most 2. Finish or move an item out of it first"

describe("a hard limit", () => {
  it("refuses every way in, with the reason, and the refusal is recorded", async () => {
    const [first] = await fill(2)
    const [waiting] = await fill(1, {})
    await limit(hard(2))
    const id = waiting!.id
    const refused = { code: "RULE_BROKEN", message: FULL }
    await expect(moveItem(lead, { id, status: "doing" })).rejects.toMatchObject(refused)
    await expect(updateItem(lead, { id, version: 1, changes: { status: "doing" } })).rejects.toMatchObject(
      refused,
    )
    await expect(addItem(lead, "New", { status: "doing" })).rejects.toMatchObject(refused)
    const token = {
      ...lead,
      caller: { ...lead.caller, actor: { type: "token" as const, id: "t", name: "T" } },
    }
    await expect(moveItem(token, { id, status: "doing" })).rejects.toMatchObject(refused)
    await expect(
      changeItems(lead, { selection: { ids: [id, first!.id] }, changes: { status: "doing" } }),
    ).rejects.toMatchObject({
      code: "RULE_BROKEN",
      details: { current: { changeable: 0, blocked: [{ key: waiting!.key, reason: FULL }] } },
    })
    expect(await heldIn()).toBe(2)
    expect((await refusals(world, workspace)).length).toBe(5)
  })

  it("lets items out, lets those inside be edited, and counts nothing in the archive", async () => {
    const [first, second] = await fill(2)
    const [third] = await fill(1, {})
    await limit(hard(1))
    await updateItem(lead, { id: first!.id, version: 1, changes: { title: "Still here" } })
    await moveItem(lead, { id: second!.id, status: "done" })
    await archiveItem(lead, { id: first!.id })
    await moveItem(lead, { id: third!.id, status: "doing" })
    await expect(restoreItem(lead, { id: first!.id })).rejects.toThrow("Doing holds 1 of at most 1")
  })

  it("holds per lane beside the column, and a lane change is judged too", async () => {
    const priya = await workspace.member("data_engineer")
    await fill(1, { status: "doing", ownerId: lead.userId })
    const [hers] = await fill(1, { status: "doing", ownerId: priya.userId })
    const [nobodys] = await fill(1, { status: "doing" })
    await limit(hard(1, "owner"), hard(9))
    const lane = { by: "owner" as const, from: priya.userId, to: lead.userId }
    await expect(moveItem(lead, { id: hers!.id, lane })).rejects.toThrow(
      `Doing of ${lead.caller.user?.name} holds 1 of at most 1`,
    )
    await fill(1, { status: "doing" })
    const moved = await moveItem(lead, { id: nobodys!.id, status: "review", lane: { ...lane, from: null } })
    expect(moved).toMatchObject({ status: "review", version: 2 })
    expect(await getItem(lead, { id: nobodys!.id })).toMatchObject({ ownerId: lead.userId, status: "review" })
  })

  it("makes row errors of an import, in its dry run too, and the rest goes in", async () => {
    await fill(1)
    await limit(hard(2))
    const file = "issuekey,title,status,parent key\nX-1,One,Doing,\nX-2,Two,Doing,\nX-3,Three,Ready,X-2\n"
    const { importId, detection } = await upload(lead, file)
    const input = { importId, mapping: detection.mapping }
    const dry = await previewImport(lead, input)
    expect(dry).toMatchObject({ creates: 2, errors: 1 })
    const done = await importItems(lead, input)
    expect(done).toMatchObject({ created: 2, errors: 1 })
    expect(done.problems[0]).toMatchObject({ row: 3, severity: "error", message: FULL })
    expect(await heldIn()).toBe(2)
  })

  it("lets as many of a selection in as fit when the others are wished", async () => {
    await fill(1)
    const waiting = await fill(4, {})
    await limit(hard(3))
    const ids = waiting.map(({ id }) => id)
    const wish = { selection: { ids }, changes: { status: "doing" as const } }
    await expect(changeItems(lead, wish)).rejects.toMatchObject({
      details: { current: { changeable: 2, blockedCount: 2 } },
    })
    expect(await changeItems(lead, { ...wish, skipBlocked: true })).toMatchObject({ changed: 2, blocked: 2 })
    expect(await heldIn()).toBe(3)
  })

  it("holds when eight people move at the same moment", async () => {
    const waiting = await fill(8, {})
    await limit(hard(3))
    const answers = await Promise.allSettled(
      waiting.map(({ id }, n) =>
        n % 2
          ? moveItem(lead, { id, version: 1, status: "doing" })
          : updateItem(lead, { id, version: 1, changes: { status: "doing" } }),
      ),
    )
    expect(answers.filter(({ status }) => status === "fulfilled").length).toBe(3)
    expect(await heldIn()).toBe(3)
  })
})

describe("a soft limit", () => {
  it("lets it happen, says so, and is counted", async () => {
    const [first] = await fill(1)
    const [second] = await fill(1, {})
    await limit({ ...hard(1), kind: "soft" })
    expect(await moveItem(lead, { id: second!.id, status: "doing" })).toMatchObject({
      warnings: ["Doing holds 2 of at most 1"],
    })
    expect(await moveItem(lead, { id: first!.id, status: "done" })).toMatchObject({ warnings: [] })
    expect((await getWipLimits(lead, {})).limits).toMatchObject([
      { kind: "soft", limit: 1, groups: [{ lane: null, held: 1 }], exceeded: 1 },
    ])
  })
})

describe("the limits themselves", () => {
  it("are versions with who and when, set by those who may, on what they saw", async () => {
    const owner = await workspace.member("product_owner")
    const rules = [hard(2), hard(1, "label")]
    await expect(setWipLimits(owner, { version: 0, rules })).rejects.toMatchObject({ code: "FORBIDDEN" })
    await setWipLimits(lead, { version: 0, rules })
    await expect(setWipLimits(lead, { version: 0, rules: [] })).rejects.toMatchObject({ code: "CONFLICT" })
    await expect(setWipLimits(lead, { version: 1, rules: [hard(1), hard(2)] })).rejects.toThrow("keep one")
    await setWipLimits(lead, { version: 1, rules: [] })
    expect(await getWipLimits(owner, {})).toMatchObject({
      version: 2,
      limits: [],
      setBy: lead.caller.user?.name,
    })
    const versions = await look(world, workspace, sql`select version from wip_limits order by version`)
    expect(versions).toEqual([{ version: 1 }, { version: 2 }])
  })

  it("count what a reader of one product cannot see", async () => {
    const { id: scopeId } = await addProduct(world, workspace, "FUL", "Delivery promise")
    await fill(2)
    await limit(hard(2))
    const scoped = await workspace.member("data_engineer", { scopeType: "product", scopeId })
    const item = await addItem(scoped, "Mine", { productId: scopeId })
    await expect(moveItem(scoped, { id: item.id, status: "doing" })).rejects.toThrow(
      "Doing holds 2 of at most 2",
    )
  })
})
