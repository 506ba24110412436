import { describe, expect, it } from "vitest"
import { getItem } from "@/server/backlog/get-item"
import type { Ctx } from "@/server/kernel/context"
import { addCondition } from "@/server/privacy/add-condition"
import { waitingCheckpoints } from "@/server/privacy/checkpoint-waiting"
import { declareImpact } from "@/server/privacy/declare-impact"
import { ALL_ETHICS_QUESTIONS, type CheckpointChanges } from "@/server/privacy/domain/ethics"
import { dropCondition } from "@/server/privacy/drop-condition"
import { getCheckpoint } from "@/server/privacy/get-checkpoint"
import { listCheckpoints } from "@/server/privacy/list-checkpoints"
import { submitCheckpoint } from "@/server/privacy/submit-checkpoint"
import { updateCheckpoint } from "@/server/privacy/update-checkpoint"
import { decide, within } from "@/tests/server/approvals/approvals-world"
import { beginPrivacy } from "@/tests/server/dpia/dpia-world"
import { openWorld } from "@/tests/support/world"

const world = openWorld()
const ANSWERS = Object.fromEntries(ALL_ETHICS_QUESTIONS.map((question) => [question, `On ${question}`]))

/** A product that was declared to have a high impact. */
async function beginEthics() {
  const privacy = await beginPrivacy(world)
  const { author, subject } = privacy
  const { id } = await declareImpact(author, { subject, highImpact: true, reason: "It ranks people" })
  const get = async (ctx: Ctx = author) => (await getCheckpoint(ctx, { subject })).checkpoint!
  const change = async (changes: CheckpointChanges, ctx: Ctx = author) =>
    updateCheckpoint(ctx, { id, version: (await get()).version, changes })
  const submit = async (ctx: Ctx = author) => submitCheckpoint(ctx, { id, version: (await get()).version })
  return { ...privacy, id, get, change, submit }
}

describe("the ethics checkpoint", () => {
  it("is due once a high impact is declared, and waits on the product's owner", async () => {
    const { author, admin, subject, get } = await beginEthics()
    expect(await get()).toMatchObject({ state: "due", obstacle: "10 of 10 questions are open: People" })
    const waiting = (ctx: Ctx) => within(ctx, waitingCheckpoints)
    expect(await waiting(author)).toMatchObject([{ title: "Fill in the ethics canvas of Delivery promise" }])
    expect(await waiting(admin)).toEqual([])
    await declareImpact(author, { subject, highImpact: false, reason: "It ranks parcels only" })
    expect((await get()).state).toBe("not_needed")
    expect(await waiting(author)).toEqual([])
  })

  it("is decided by somebody else on all ten answers, and an edit outdates the decision", async () => {
    const { officer, workspace, change, submit, get } = await beginEthics()
    await change({ answers: ANSWERS, outcome: "go" })
    await expect(submit()).rejects.toThrow("Give the reason for the decision")
    await change({ reason: "Little harm, easy to undo" })
    const { requestId } = await submit()
    expect((await get()).state).toBe("in_review")
    const engineer = await workspace.member("data_engineer")
    await expect(decide(world, engineer, requestId)).rejects.toMatchObject({ code: "FORBIDDEN" })
    await decide(world, officer, requestId)
    expect(await get()).toMatchObject({ state: "decided", outcome: "go" })
    await change({ answers: { misuse: "Somebody could look up a neighbour" } })
    expect((await get()).state).toBe("outdated")
  })

  it("makes conditions items of the backlog, and needs one to go with conditions", async () => {
    const { author, admin, officer, id, product, change, submit, get } = await beginEthics()
    await change({ answers: ANSWERS, outcome: "conditions", reason: "Only with a way to object" })
    await expect(submit()).rejects.toThrow("Add a condition")
    const asked = { title: "Add a way to object", ownerId: admin.userId, dueOn: "2026-12-01" }
    const { version } = await get()
    const { itemKey } = await addCondition(author, { id, version, ...asked })
    expect(await getItem(author, { key: itemKey })).toMatchObject({
      title: asked.title,
      dueDate: asked.dueOn,
      labels: ["ethics"],
      product: { id: product.id },
    })
    await expect(addCondition(author, { id, version, ...asked })).rejects.toMatchObject({ code: "CONFLICT" })
    const { requestId } = await submit()
    await decide(world, officer, requestId)
    const [row] = (await listCheckpoints(author, { filter: { states: ["decided"] } })).checkpoints
    expect(row).toMatchObject({ outcome: "conditions", conditions: 1, openConditions: 1 })
    const present = await get()
    const condition = present.conditions[0]!
    await dropCondition(author, { id, version: present.version, itemId: condition.id, reason: "Twice" })
    expect(await get()).toMatchObject({ state: "outdated", conditions: [] })
  })

  it("is a matter of items too, and of nobody without the permission", async () => {
    const { author, addItem, workspace } = await beginEthics()
    const item = await addItem("Score customers")
    const subject = { itemId: item.id }
    const stakeholder = await workspace.member("stakeholder")
    const said = { subject, highImpact: true, reason: "Prices differ by person" }
    await expect(declareImpact(stakeholder, said)).rejects.toMatchObject({ code: "FORBIDDEN" })
    await declareImpact(author, said)
    const { checkpoint } = await getCheckpoint(stakeholder, { subject: { itemKey: item.key } })
    expect(checkpoint).toMatchObject({ state: "due", declareReason: said.reason })
    expect(await listCheckpoints(stakeholder, {})).toMatchObject({ total: 2, decided: 0, toFill: 2 })
  })
})
