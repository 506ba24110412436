import { beforeAll, describe, expect, it } from "vitest"
import { deleteView } from "@/server/backlog/delete-view"
import {
  EMPTY_VIEW,
  type ItemView,
  parseView,
  sameView,
  serialiseView,
} from "@/server/backlog/domain/item-view"
import { listViews } from "@/server/backlog/list-views"
import { saveView } from "@/server/backlog/save-view"
import { setDefaultView } from "@/server/backlog/set-default-view"
import { updateView } from "@/server/backlog/update-view"
import type { Ctx } from "@/server/kernel/context"
import { openWorld, type TestWorkspace } from "@/tests/support/world"

const world = openWorld()
const view: ItemView = {
  ...EMPTY_VIEW,
  ...parseView(
    new URLSearchParams("owner=me&sort=-custom.Team&group=quarter&columns=status:96,custom.Team,owner"),
  ),
}

describe("saved views", () => {
  let workspace: TestWorkspace
  let owner: Ctx & { userId: string }
  let engineer: Ctx & { userId: string }
  let lead: Ctx & { userId: string }
  const names = async (ctx: Ctx) => (await listViews(ctx, {})).views.map(({ name }) => name)

  beforeAll(async () => {
    workspace = await world.workspace()
    owner = await workspace.member("product_owner")
    engineer = await workspace.member("data_engineer")
    lead = await workspace.member("delivery_lead")
  })

  it("are seen by everybody when shared, and otherwise by their owner alone", async () => {
    await saveView(engineer, { name: "  My   work ", view })
    const shared = await saveView(engineer, { name: "Next quarter", shared: true, view })
    expect(await names(engineer)).toEqual(["My work", "Next quarter"])
    expect(await names(lead)).toEqual(["Next quarter"])
    const seen = (await listViews(lead, {})).views[0]!
    expect(sameView(seen.view, view)).toBe(true)
    expect(seen).toMatchObject({ id: shared.id, shared: true, ownerName: engineer.caller.user!.name })
    expect(seen.mayChange).toEqual({ ok: false, reason: expect.stringContaining("save your own copy") })
  })

  it("are changed by their owner, a product owner or an administrator", async () => {
    const { id } = await saveView(engineer, { name: "Changed", shared: true, view })
    await expect(updateView(lead, { id, version: 1, changes: { name: "Mine" } })).rejects.toMatchObject({
      code: "FORBIDDEN",
      message: expect.stringContaining("save your own copy"),
    })
    await expect(deleteView(lead, { id, version: 1 })).rejects.toMatchObject({ code: "FORBIDDEN" })
    expect(await updateView(owner, { id, version: 1, changes: { name: "Better" } })).toMatchObject({
      version: 2,
    })
    await expect(updateView(owner, { id, version: 2, changes: { shared: false } })).rejects.toMatchObject({
      code: "FORBIDDEN",
    })
    const stale = updateView(engineer, { id, version: 1, changes: { view: EMPTY_VIEW } })
    await expect(stale).rejects.toMatchObject({ code: "CONFLICT", details: { current: { name: "Better" } } })
    await expect(deleteView(engineer, { id, version: 1 })).rejects.toMatchObject({ code: "CONFLICT" })
    await deleteView(engineer, { id, version: 2 })
    expect(await names(owner)).not.toContain("Better")
  })

  it("of others that are personal look as if they were not there", async () => {
    const { id } = await saveView(engineer, { name: "Secret", view })
    for (const attempt of [
      () => updateView(owner, { id, version: 1, changes: { name: "Read" } }),
      () => deleteView(owner, { id, version: 1 }),
      () => setDefaultView(owner, { id }),
    ])
      await expect(attempt()).rejects.toMatchObject({ code: "NOT_FOUND" })
  })

  it("have a name of their own, in any case of letters", async () => {
    await saveView(lead, { name: "Taken", shared: true, view })
    const taken = { code: "INVALID", details: { issues: [{ path: "name", message: expect.any(String) }] } }
    await expect(saveView(owner, { name: "TAKEN", shared: true, view })).rejects.toMatchObject(taken)
    const mine = await saveView(owner, { name: "Taken", view })
    const share = updateView(owner, { id: mine.id, version: 1, changes: { shared: true } })
    await expect(share).rejects.toMatchObject({ code: "INVALID" })
    await expect(saveView(owner, { name: " ", view })).rejects.toMatchObject({ code: "INVALID" })
  })

  it("open a person's backlog until they are gone", async () => {
    const { id } = await saveView(lead, { name: "First look", shared: true, view })
    await setDefaultView(engineer, { id })
    await setDefaultView(owner, { id })
    expect((await listViews(engineer, {})).defaultViewId).toBe(id)
    await setDefaultView(owner, { id: null })
    expect((await listViews(owner, {})).defaultViewId).toBeNull()
    await updateView(lead, { id, version: 1, changes: { shared: false } })
    expect((await listViews(engineer, {})).defaultViewId).toBeNull()
    await deleteView(lead, { id, version: 2 })
    expect((await listViews(lead, {})).defaultViewId).toBeNull()
  })

  it("come back from an address as they went", () => {
    const again = { ...EMPTY_VIEW, ...parseView(serialiseView(view)) }
    expect(again).toEqual(view)
    expect(parseView(new URLSearchParams("columns=none")).columns).toEqual([])
    const odd = parseView(
      new URLSearchParams("group=colour&columns=title,status:9,status,custom.a!,b!:c:70,key"),
    )
    expect(odd.group).toBeNull()
    expect(odd.columns).toEqual([
      { field: "status", width: null },
      { field: "custom.a,b:c", width: 70 },
    ])
  })
})
