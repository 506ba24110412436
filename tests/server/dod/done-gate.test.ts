import { beforeEach, describe, expect, it } from "vitest"
import { archiveItem } from "@/server/backlog/archive-item"
import { changeItems } from "@/server/backlog/change-items"
import { createItem } from "@/server/backlog/create-item"
import { installDoneGate } from "@/server/backlog/done-gate"
import { getBoardPolicy } from "@/server/backlog/get-board-policy"
import { getItem } from "@/server/backlog/get-item"
import { importItems } from "@/server/backlog/import-items"
import { moveItem } from "@/server/backlog/move-item"
import { previewImport } from "@/server/backlog/preview-import"
import { restoreItem } from "@/server/backlog/restore-item"
import { setBoardPolicy } from "@/server/backlog/set-board-policy"
import { undoChange } from "@/server/backlog/undo-change"
import { undoImport } from "@/server/backlog/undo-import"
import { updateItem } from "@/server/backlog/update-item"
import "@/server/compose"
import { judgeDone } from "@/server/dod/judge-done"
import { markCheck } from "@/server/dod/mark-check"
import { bringIn, refusals, upload } from "@/tests/server/backlog/backlog-world"
import { openWorld, type TestWorkspace } from "@/tests/support/world"
import { addDeliverable, manual, publish, setPolicy } from "./dod-world"

const world = openWorld()
let workspace: TestWorkspace
let lead: Awaited<ReturnType<TestWorkspace["member"]>>

beforeEach(async () => {
  workspace = await world.workspace()
  lead = await workspace.member("delivery_lead")
  await publish(lead, "pipeline", [
    manual("tests", { title: "Tests green", evidence: "link" }),
    manual("docs", { title: "Docs present" }),
    manual("nice", { level: "advisory" }),
  ])
})

const MISSING = "cannot be done: evidence for “Tests green”; Docs present"
const statusOf = async (id: string) => (await getItem(lead, { id })).status
const finish = async (subject: { type: "item" | "product"; id: string }) => {
  await markCheck(lead, { subject, checkKey: "tests", evidenceUrl: "https://ci.example.org/1" })
  await markCheck(lead, { subject, checkKey: "docs" })
}
const refused = (key: string, message = `${key} ${MISSING}`) => ({ code: "RULE_BROKEN", message })

describe("a board that refuses work that is not done", () => {
  it("refuses to move it and to set its status, names what is missing, and records the refusal", async () => {
    const { id, key, subject } = await addDeliverable(lead)
    await setPolicy(lead, "block")
    await expect(moveItem(lead, { id, status: "done" })).rejects.toMatchObject(refused(key))
    const set = updateItem(lead, { id, version: 1, changes: { status: "done" } })
    await expect(set).rejects.toMatchObject(refused(key))
    const actions = (await refusals(world, workspace)).map(({ action }) => action)
    expect(actions.sort()).toEqual(["backlog.moveItem", "backlog.updateItem"])
    await finish(subject)
    expect(await moveItem(lead, { id, status: "done" })).toMatchObject({ status: "done", warnings: [] })
  })

  it("lets nobody past it: not an administrator, not a token", async () => {
    const { id, key } = await addDeliverable(lead)
    await setPolicy(lead, "block")
    const admin = await workspace.member("administrator")
    const actor = { type: "token" as const, id: "t", name: "T" }
    const token = { ...admin, caller: { ...admin.caller, actor } }
    for (const ctx of [admin, token])
      await expect(moveItem(ctx, { id, status: "done" })).rejects.toMatchObject(refused(key))
  })

  it("refuses items of a bulk change and says which; the others go", async () => {
    const first = await addDeliverable(lead)
    const second = await addDeliverable(lead)
    await finish(second.subject)
    await setPolicy(lead, "block")
    const wish = {
      selection: { ids: [first.id, second.id] },
      changes: { status: "done" as const },
    }
    await expect(changeItems(lead, wish)).rejects.toMatchObject({
      code: "RULE_BROKEN",
      details: { current: { changeable: 1, blocked: [{ key: first.key, reason: `It ${MISSING}` }] } },
    })
    await changeItems(lead, { ...wish, skipBlocked: true })
    expect([await statusOf(first.id), await statusOf(second.id)]).toEqual(["idea", "done"])
  })

  it("refuses the undo of a bulk change that would bring an item back to done", async () => {
    const { id, key } = await addDeliverable(lead)
    await moveItem(lead, { id, status: "done" })
    const { changeId } = await changeItems(lead, { selection: { ids: [id] }, changes: { status: "doing" } })
    await setPolicy(lead, "block")
    await expect(undoChange(lead, { changeId: changeId! })).rejects.toMatchObject({
      code: "CONFLICT",
      details: { current: { conflicts: [{ key, reason: `It ${MISSING}` }] } },
    })
    expect(await statusOf(id)).toBe("doing")
  })

  it("refuses to take it out of the archive into done, one by one and together", async () => {
    const { id, key } = await addDeliverable(lead)
    await moveItem(lead, { id, status: "done" })
    await archiveItem(lead, { id })
    await setPolicy(lead, "block")
    await expect(restoreItem(lead, { id })).rejects.toMatchObject(refused(key))
    const selection = { ids: [id] }
    await expect(changeItems(lead, { selection, changes: { archived: false } })).rejects.toMatchObject({
      code: "RULE_BROKEN",
    })
    await changeItems(lead, { selection, changes: { archived: false, status: "review" } })
    expect(await statusOf(id)).toBe("review")
  })

  it("makes no item in done, and wants a checklist of every item", async () => {
    const plain = await createItem(lead, { title: "Without a checklist" })
    await setPolicy(lead, "block")
    await expect(createItem(lead, { title: "New", status: "done" })).rejects.toThrow(
      "A new item cannot be done: its checklist, which it gets in an earlier column",
    )
    await expect(moveItem(lead, { id: plain.id, status: "done" })).rejects.toMatchObject(
      refused(plain.key, `${plain.key} cannot be done: a checklist: choose what it delivers`),
    )
  })

  it("fails rows of an import, new ones and present ones, in its dry run too", async () => {
    const ready = await addDeliverable(lead)
    const not = await addDeliverable(lead)
    await finish(ready.subject)
    await setPolicy(lead, "block")
    const file = `Plumbline key,title,status\n${ready.key},Ready,Done\n${not.key},Not,Done\n,New,Done\n,Other,Doing\n`
    const { importId, detection } = await upload(lead, file)
    const input = { importId, mapping: detection.mapping }
    expect(await previewImport(lead, input)).toMatchObject({ errors: 2 })
    const done = await importItems(lead, input)
    expect(done).toMatchObject({ created: 1, updated: 1, errors: 2 })
    expect(done.problems.filter(({ severity }) => severity === "error")).toMatchObject([
      { row: 3, message: `It ${MISSING}` },
      { row: 4, message: expect.stringContaining("cannot be done: its checklist") },
    ])
    expect([await statusOf(ready.id), await statusOf(not.id)]).toEqual(["done", "idea"])
  })

  it("refuses the undo of an import that would bring an item back to done", async () => {
    const { id, key } = await addDeliverable(lead)
    await moveItem(lead, { id, status: "done" })
    const { importId } = await bringIn(lead, `Plumbline key,title,status\n${key},Work,Doing\n`)
    expect(await statusOf(id)).toBe("doing")
    await setPolicy(lead, "block")
    await expect(undoImport(lead, { importId, reason: "Wrong file" })).rejects.toThrow(
      `The import cannot be undone, because ${key} ${MISSING}`,
    )
    expect(await statusOf(id)).toBe("doing")
  })

  it("leaves what is done alone, also when its checks open again", async () => {
    const { id } = await addDeliverable(lead)
    await moveItem(lead, { id, status: "done" })
    await setPolicy(lead, "block")
    await updateItem(lead, { id, version: 2, changes: { title: "Still done" } })
    await changeItems(lead, { selection: { ids: [id] }, changes: { estimate: 3 } })
    expect(await statusOf(id)).toBe("done")
  })
})

describe("a board that warns", () => {
  it("lets it happen and says what is missing", async () => {
    const { id } = await addDeliverable(lead)
    const second = await addDeliverable(lead)
    const third = await addDeliverable(lead)
    await setPolicy(lead, "warn")
    expect(await moveItem(lead, { id, status: "done" })).toMatchObject({
      status: "done",
      warnings: ["Its Definition of Done misses: evidence for “Tests green”; Docs present"],
    })
    const selection = { ids: [second.id, third.id] }
    expect(await changeItems(lead, { selection, changes: { status: "done" } })).toMatchObject({
      changed: 2,
      warnings: ["2 of 2 do not meet their Definition of Done"],
    })
  })
})

describe("the policy", () => {
  it("is a version with who and when, set by those who may, on what they saw", async () => {
    const owner = await workspace.member("product_owner")
    expect(await getBoardPolicy(owner, {})).toEqual({ version: 0, doneGate: "off", setBy: null, setAt: null })
    const wish = { version: 0, doneGate: "block" as const }
    await expect(setBoardPolicy(owner, wish)).rejects.toMatchObject({ code: "FORBIDDEN" })
    await setBoardPolicy(lead, wish)
    await expect(setBoardPolicy(lead, wish)).rejects.toMatchObject({ code: "CONFLICT" })
    await setBoardPolicy(lead, { version: 1, doneGate: "off" })
    expect(await getBoardPolicy(owner, {})).toMatchObject({
      version: 2,
      doneGate: "off",
      setBy: lead.caller.user?.name,
    })
  })

  it("lets nothing be done where nobody can judge it, and asks nobody while it is off", async () => {
    const { id } = await addDeliverable(lead)
    const other = await addDeliverable(lead)
    installDoneGate(undefined)
    try {
      await moveItem(lead, { id, status: "done" })
      await setPolicy(lead, "block")
      await expect(moveItem(lead, { id: other.id, status: "done" })).rejects.toMatchObject({
        code: "UNAVAILABLE",
        message: expect.stringContaining("server/compose.ts was not loaded"),
      })
    } finally {
      installDoneGate(judgeDone)
    }
  })
})
