import { describe, expect, it } from "vitest"
import type { Ctx } from "@/server/kernel/context"
import { addStarterObligations } from "@/server/privacy/add-starter-obligations"
import { createControl } from "@/server/privacy/create-control"
import { createObligation } from "@/server/privacy/create-obligation"
import { listObligations } from "@/server/privacy/list-obligations"
import { waitingObligations } from "@/server/privacy/obligation-waiting"
import { removeControl } from "@/server/privacy/remove-control"
import { retireObligation } from "@/server/privacy/retire-obligation"
import { updateControl } from "@/server/privacy/update-control"
import { updateObligation } from "@/server/privacy/update-obligation"
import { within } from "@/tests/server/approvals/approvals-world"
import { openWorld } from "@/tests/support/world"

const world = openWorld()

const STORAGE = {
  regulation: "GDPR",
  article: "Art. 5(1)(e)",
  title: "No longer than needed",
  note: "Every class of personal data has a rule",
}

async function begin() {
  const workspace = await world.workspace()
  const officer = await workspace.member("privacy_officer")
  const engineer = await workspace.member("data_engineer")
  const list = (ctx: Ctx = officer) => listObligations(ctx, {})
  return { workspace, officer, engineer, list }
}

describe("the regulation register", () => {
  it("begins with a starter set that is added once, newer articles in their order", async () => {
    const { officer, engineer, list } = await begin()
    await expect(addStarterObligations(engineer, {})).rejects.toMatchObject({ code: "FORBIDDEN" })
    expect(await addStarterObligations(officer, {})).toEqual({ added: 11 })
    await expect(addStarterObligations(officer, {})).rejects.toThrow(/whole starter set/)
    const { obligations } = await list(engineer)
    expect(obligations.map(({ article }) => article).join()).toBe(
      "Art. 5,Art. 6,Art. 25,Art. 30,Art. 32,Art. 33,Art. 35,Art. 36,§1798.100,§1798.105,§1798.110",
    )
  })

  it("maps obligations to controls, and a removed control leaves a gap", async () => {
    const { officer, list } = await begin()
    const { id: controlId } = await createControl(officer, { name: "Retention rules", kind: "retention" })
    await expect(createControl(officer, { name: "Retention rules", kind: "dpia" })).rejects.toThrow(/exists/)
    await expect(createControl(officer, { name: "Contract", kind: "manual" })).rejects.toThrow(
      "Give the address of the evidence",
    )
    const bad = { name: "Contract", kind: "manual" as const, link: "javascript:alert(1)" }
    await expect(createControl(officer, bad)).rejects.toMatchObject({ code: "INVALID" })
    const { id } = await createObligation(officer, { ...STORAGE, controlIds: [controlId] })
    await expect(createObligation(officer, STORAGE)).rejects.toThrow(/stands in the register/)
    expect((await list()).obligations).toMatchObject([{ id, controlIds: [controlId] }])
    await updateControl(officer, {
      id: controlId,
      version: 1,
      fields: { name: "Rules", kind: "retention" as const },
    })
    await removeControl(officer, { id: controlId, reason: "Replaced" })
    expect(await list()).toMatchObject({ obligations: [{ id, controlIds: [] }], controls: [] })
  })

  it("refuses a late editor, and takes an article anew once it was retired", async () => {
    const { officer, list } = await begin()
    const { id } = await createObligation(officer, STORAGE)
    const change = (version: number) =>
      updateObligation(officer, { id, version, fields: { ...STORAGE, title: "Erase in time" } })
    await change(1)
    await expect(change(1)).rejects.toMatchObject({
      code: "CONFLICT",
      details: { current: { title: "Erase in time" } },
    })
    await retireObligation(officer, { id, reason: "Stands under Art. 5" })
    expect((await list()).obligations).toEqual([])
    await createObligation(officer, STORAGE)
    expect((await list()).obligations).toHaveLength(1)
  })

  it("waits on its owner when the legal review is near", async () => {
    const { officer, engineer } = await begin()
    await createObligation(officer, {
      ...STORAGE,
      ownerId: engineer.userId,
      nextReviewOn: "2026-10-01",
    })
    await createObligation(officer, { ...STORAGE, article: "Art. 6", nextReviewOn: "2027-10-01" })
    const waiting = (ctx: Ctx) => within(ctx, waitingObligations)
    expect(await waiting(engineer)).toMatchObject([
      { title: "Review GDPR Art. 5(1)(e): No longer than needed", due: "2026-10-01", state: "overdue" },
    ])
    expect(await waiting(officer)).toEqual([])
  })
})
