import { describe, expect, it } from "vitest"
import { addKeyResult } from "@/server/strategy/add-key-result"
import { changeObjectiveState } from "@/server/strategy/change-objective-state"
import { createObjective } from "@/server/strategy/create-objective"
import { dropKeyResult } from "@/server/strategy/drop-key-result"
import { getObjective } from "@/server/strategy/get-objective"
import { listGoals } from "@/server/strategy/list-goals"
import { listObjectives } from "@/server/strategy/list-objectives"
import { updateKeyResult } from "@/server/strategy/update-key-result"
import { updateObjective } from "@/server/strategy/update-objective"
import { auditOf } from "@/tests/server/products/products-world"
import { CHURN } from "@/tests/support/furnish-strategy"
import { openWorld } from "@/tests/support/world"
import { beginStrategy, PERIOD } from "./strategy-world"

const world = openWorld()

describe("an objective", () => {
  it("is created with “Reduce churn by 15 % in six months” as such, and says so in the trail", async () => {
    const { admin, addObjective, workspace } = await beginStrategy(world)
    const { key } = await addObjective("Keep our customers", {})
    expect(key).toBe("O-1")
    const objective = await getObjective(admin, { key: "o-1" })
    expect(objective).toMatchObject({
      title: "Keep our customers",
      state: "active",
      summary: { grade: "unmeasured", state: "unknown", total: 1 },
      decisions: [{ from: null, to: "active", by: { id: admin.userId } }],
      keyResults: [
        {
          metric: "Churn",
          baseline: "4.8",
          relativePercent: "15",
          target: "4.08",
          startDate: "2026-07-01",
          dueDate: "2027-01-01",
          durationAmount: 6,
          durationUnit: "month",
          standing: { grade: "unmeasured", stale: true, nextMeasureOn: "2026-07-31" },
        },
      ],
    })
    const trail = await auditOf(world, workspace.id)
    expect(trail.map(({ summary }) => summary).slice(-2)).toEqual([
      "Created the objective O-1 Keep our customers",
      "Added the key result “Reduce churn by 15 % in six months” to O-1 Keep our customers",
    ])
    expect(objective.activity).toHaveLength(2)
  })

  it("is numbered once, also when many create at the same moment", async () => {
    const { admin } = await beginStrategy(world)
    const titles = Array.from({ length: 6 }, (_, index) => `Objective ${index}`)
    const made = await Promise.all(titles.map((title) => createObjective(admin, { title, ...PERIOD })))
    expect(made.map(({ key }) => key).sort()).toEqual(["O-1", "O-2", "O-3", "O-4", "O-5", "O-6"])
  })

  it("is refused with the field at fault", async () => {
    const { admin } = await beginStrategy(world)
    const refused = (input: Record<string, unknown>) =>
      createObjective(admin, { title: "X", ...PERIOD, ...input } as never).catch(
        (error: { details: { issues: { path: string }[] } }) => error.details.issues.map(({ path }) => path),
      )
    expect(await refused({ title: " " })).toEqual(["title"])
    expect(await refused({ periodEnd: "2026-07-01" })).toEqual(["periodEnd"])
    expect(await refused({ keyResults: [{ ...CHURN, baseline: "0" }] })).toEqual([
      "keyResults.0.target.percent",
    ])
    expect(await refused({ keyResults: [{ ...CHURN, due: { kind: "date", date: "2026-06-30" } }] })).toEqual([
      "keyResults.0.due.date",
    ])
    expect(await refused({ ownerId: "0199d000-0000-7000-8000-000000000000" })).toEqual(["ownerId"])
  })

  it("shows the other version when somebody else saved first", async () => {
    const { admin, addObjective, workspace } = await beginStrategy(world)
    const { id, key } = await addObjective("First title")
    const owner = await workspace.member("product_owner")
    await updateObjective(owner, { id, version: 1, changes: { title: "Second title" } })
    await expect(
      updateObjective(admin, { id, version: 1, changes: { title: "Mine" } }),
    ).rejects.toMatchObject({
      code: "CONFLICT",
      details: { current: { title: "Second title", version: 2 } },
    })
    await expect(
      updateObjective(admin, { id, version: 2, changes: { periodEnd: "2026-01-01" } }),
    ).rejects.toMatchObject({ code: "INVALID", details: { issues: [{ path: "changes.periodEnd" }] } })
    expect(await updateObjective(admin, { id, version: 2, changes: { title: "Second title" } })).toEqual({
      id,
      version: 2,
    })
    expect((await getObjective(admin, { key })).title).toBe("Second title")
  })

  it("is closed and reopened with who, when and why; closed it is out of the list and takes nothing", async () => {
    const { admin, addObjective } = await beginStrategy(world)
    const { id, key, keyResultId } = await addObjective("Keep our customers", {})
    const close = { id, version: 1, state: "closed" as const }
    await expect(changeObjectiveState(admin, { ...close, reason: " " })).rejects.toMatchObject({
      code: "INVALID",
    })
    await changeObjectiveState(admin, { ...close, reason: "Merged into O-2" })
    expect((await listObjectives(admin, {})).counts.total).toBe(0)
    expect((await listObjectives(admin, { filter: { states: ["closed"] } })).counts.total).toBe(1)
    expect(await listGoals(admin, {})).toEqual([])
    await expect(addKeyResult(admin, { objectiveId: id, keyResult: CHURN })).rejects.toMatchObject({
      code: "RULE_BROKEN",
    })
    await expect(
      updateKeyResult(admin, { id: keyResultId, version: 1, keyResult: CHURN, reason: "Why" }),
    ).rejects.toMatchObject({ code: "RULE_BROKEN", message: "O-1 is closed. Reopen it first" })
    await expect(
      changeObjectiveState(admin, { ...close, version: 2, reason: "Again" }),
    ).rejects.toMatchObject({
      code: "RULE_BROKEN",
    })
    await changeObjectiveState(admin, { id, version: 2, state: "active", reason: "Needed after all" })
    const { decisions } = await getObjective(admin, { key })
    expect(decisions.map(({ from, to, reason }) => [from, to, reason])).toEqual(
      expect.arrayContaining([
        ["closed", "active", "Needed after all"],
        ["active", "closed", "Merged into O-2"],
        [null, "active", ""],
      ]),
    )
  })
})

describe("a key result", () => {
  it("changes with a reason once its objective is active; target and sentence follow", async () => {
    const { admin, addObjective } = await beginStrategy(world)
    const { key, keyResultId: id } = await addObjective("Keep our customers", {})
    const keyResult = { ...CHURN, target: { ...CHURN.target, percent: "20" } }
    await expect(updateKeyResult(admin, { id, version: 1, keyResult })).rejects.toMatchObject({
      code: "INVALID",
      details: { issues: [{ path: "reason" }] },
    })
    expect(await updateKeyResult(admin, { id, version: 1, keyResult, reason: "Board's wish" })).toEqual({
      id,
      version: 2,
    })
    await expect(
      updateKeyResult(admin, { id, version: 1, keyResult: CHURN, reason: "Late" }),
    ).rejects.toMatchObject({ code: "CONFLICT", details: { current: { target: "3.84", version: 2 } } })
    const { keyResults, activity } = await getObjective(admin, { key })
    expect(keyResults[0]).toMatchObject({ target: "3.84", relativePercent: "20" })
    expect(activity.find(({ reason }) => reason === "Board's wish")?.summary).toBe(
      "Changed the key result “Reduce churn by 15 % in six months” to “Reduce churn by 20 % in six months”",
    )
  })

  it("is taken out with a reason and stays in the trail", async () => {
    const { admin, addObjective } = await beginStrategy(world)
    const { key, id: objectiveId, keyResultId: id } = await addObjective("Keep our customers", {})
    await addKeyResult(admin, { objectiveId, keyResult: { ...CHURN, metric: "Complaints" } })
    await dropKeyResult(admin, { id, version: 1, reason: "Not measurable" })
    await expect(dropKeyResult(admin, { id, version: 2, reason: "Twice" })).rejects.toMatchObject({
      code: "RULE_BROKEN",
    })
    const objective = await getObjective(admin, { key })
    expect(objective.keyResults.map(({ metric }) => metric)).toEqual(["Complaints"])
    expect(objective.activity.map(({ reason }) => reason)).toContain("Not measurable")
  })
})

describe("the list", () => {
  it("filters by words, number, owner, domain and grade, and counts over all pages", async () => {
    const { admin, addObjective, measure, domainId } = await beginStrategy(world)
    const good = await addObjective("Keep our customers", {})
    await measure(good.keyResultId, "2026-10-10", "4.2")
    const bad = await addObjective("Deliver on time", { metric: "Late parcels" })
    await measure(bad.keyResultId, "2026-10-10", "4.9")
    await createObjective(admin, {
      title: "In Fulfilment",
      ...PERIOD,
      domainId,
      ownerId: admin.userId,
      state: "draft",
    })
    const found = async (filter: Parameters<typeof listObjectives>[1]["filter"]) =>
      (await listObjectives(admin, { filter })).objectives.map(({ key }) => key)
    expect(await found({})).toEqual(["O-3", "O-2", "O-1"])
    expect(await found({ search: "late par" })).toEqual(["O-2"])
    expect(await found({ search: "O-1" })).toEqual(["O-1"])
    expect(await found({ search: "100%" })).toEqual([])
    expect(await found({ grades: ["off_track"] })).toEqual(["O-2"])
    expect(await found({ domainIds: [domainId] })).toEqual(["O-3"])
    expect(await found({ ownerIds: ["me"] })).toEqual(["O-3"])
    expect(await found({ ownerIds: ["none"] })).toEqual(["O-2", "O-1"])
    expect(await found({ states: ["draft"] })).toEqual(["O-3"])
    const page = await listObjectives(admin, { offset: 1, limit: 1 })
    expect(page.objectives.map(({ key }) => key)).toEqual(["O-2"])
    expect(page.counts).toEqual({ total: 3, active: 2, good: 1, warning: 0, bad: 1 })
  })
})
