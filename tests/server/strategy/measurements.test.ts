import { describe, expect, it } from "vitest"
import { changeObjectiveState } from "@/server/strategy/change-objective-state"
import { correctMeasurement } from "@/server/strategy/correct-measurement"
import { createObjective } from "@/server/strategy/create-objective"
import { getObjective } from "@/server/strategy/get-objective"
import { recordMeasurement } from "@/server/strategy/record-measurement"
import { CHURN } from "@/tests/support/furnish-strategy"
import { openWorld } from "@/tests/support/world"
import { beginStrategy, PERIOD, TODAY } from "./strategy-world"

const world = openWorld()

describe("measurements", () => {
  it("grade the key result by the latest day, whenever it was written down", async () => {
    const { admin, addObjective, measure } = await beginStrategy(world)
    const { key, keyResultId } = await addObjective("Keep our customers", {})
    const standing = async () => (await getObjective(admin, { key })).keyResults[0]!.standing
    await measure(keyResultId, "2026-10-01", "4.4")
    expect(await standing()).toMatchObject({ grade: "on_track", state: "good", ageDays: 12, stale: false })
    await measure(keyResultId, "2026-08-01", "4.9")
    expect(await standing()).toMatchObject({
      grade: "on_track",
      latest: { measuredOn: "2026-10-01", value: "4.4" },
    })
    await measure(keyResultId, TODAY, "4.700")
    expect(await standing()).toMatchObject({ grade: "off_track", state: "bad", latest: { value: "4.7" } })
  })

  it("are refused in the future, before the start, twice a day and without a source", async () => {
    const { admin, addObjective, measure } = await beginStrategy(world)
    const { id, keyResultId } = await addObjective("Keep our customers", {})
    const at = (path: string) => ({ code: "INVALID", details: { issues: [{ path }] } })
    await expect(measure(keyResultId, "2026-10-14", "4")).rejects.toMatchObject(at("measuredOn"))
    await expect(measure(keyResultId, "2026-06-30", "4")).rejects.toMatchObject(at("measuredOn"))
    await expect(measure(keyResultId, TODAY, "many")).rejects.toMatchObject(at("value"))
    await expect(measure(keyResultId, TODAY, "1e99")).rejects.toMatchObject(at("value"))
    await expect(
      recordMeasurement(admin, { keyResultId, measuredOn: TODAY, value: "4", note: " " }),
    ).rejects.toMatchObject(at("note"))
    await measure(keyResultId, TODAY, "4.5")
    await expect(measure(keyResultId, TODAY, "4.4")).rejects.toMatchObject(at("measuredOn"))
    await changeObjectiveState(admin, { id, version: 1, state: "closed", reason: "Over" })
    await expect(measure(keyResultId, "2026-10-12", "4")).rejects.toMatchObject({ code: "RULE_BROKEN" })
  })

  it("are corrected by new rows with a reason, also withdrawn, and nothing is overwritten", async () => {
    const { admin, addObjective, measure } = await beginStrategy(world)
    const { key, keyResultId } = await addObjective("Keep our customers", {})
    await measure(keyResultId, "2026-09-01", "4.6")
    const { id } = await measure(keyResultId, "2026-10-01", "44")
    const fix = { measuredOn: "2026-10-01", note: "Customer ledger", reason: "A typing slip" }
    const right = await correctMeasurement(admin, { id, value: "4.4", ...fix })
    await expect(correctMeasurement(admin, { id, value: "4.3", ...fix })).rejects.toMatchObject({
      code: "CONFLICT",
      details: { current: { id: right.id } },
    })
    await expect(
      correctMeasurement(admin, { id: right.id, value: "4.4", ...fix, measuredOn: "2026-09-01" }),
    ).rejects.toMatchObject({ code: "INVALID" })
    const rows = async () => (await getObjective(admin, { key })).keyResults[0]!
    expect(await rows()).toMatchObject({
      measurements: [
        { value: "4.6", supersededBy: null },
        { value: "44", supersededBy: right.id, reason: null },
        { value: "4.4", supersedes: id, reason: "A typing slip" },
      ],
      standing: { latest: { value: "4.4" } },
    })
    await correctMeasurement(admin, { id: right.id, value: null, ...fix, reason: "Of another country" })
    expect((await rows()).standing.latest).toEqual({ measuredOn: "2026-09-01", value: "4.6" })
    expect((await rows()).measurements).toHaveLength(4)
    await measure(keyResultId, "2026-10-01", "4.3")
  })

  it("of one day come in once, also when two people write at the same moment", async () => {
    const { workspace, addObjective, measure, admin } = await beginStrategy(world)
    const { key, keyResultId } = await addObjective("Keep our customers", {})
    const engineer = await workspace.member("data_engineer")
    const other = recordMeasurement(engineer, {
      keyResultId,
      measuredOn: TODAY,
      value: "4.5",
      note: "Ledger",
    })
    const both = await Promise.allSettled([measure(keyResultId, TODAY, "4.4"), other])
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
    expect((await getObjective(admin, { key })).keyResults[0]!.measurements).toHaveLength(1)
  })

  it("are taken by those who may measure in the objective's domain", async () => {
    const { workspace, admin, domainId, addObjective } = await beginStrategy(world)
    const inDomain = await createObjective(admin, { title: "Ours", ...PERIOD, domainId, keyResults: [CHURN] })
    const elsewhere = await addObjective("Everybody's", {})
    const engineer = await workspace.member("data_engineer", { scopeType: "domain", scopeId: domainId })
    const entry = { measuredOn: TODAY, value: "4.5", note: "Ledger" }
    await recordMeasurement(engineer, { keyResultId: inDomain.keyResultIds[0]!, ...entry })
    await expect(
      recordMeasurement(engineer, { keyResultId: elsewhere.keyResultId, ...entry }),
    ).rejects.toMatchObject({ code: "FORBIDDEN" })
    const reader = await workspace.member("stakeholder")
    await expect(
      recordMeasurement(reader, { keyResultId: elsewhere.keyResultId, ...entry }),
    ).rejects.toMatchObject({ code: "FORBIDDEN" })
  })
})
