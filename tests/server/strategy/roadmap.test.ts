import { describe, expect, it } from "vitest"
import { correctSpending } from "@/server/strategy/correct-spending"
import { createInitiative } from "@/server/strategy/create-initiative"
import { decideFunding } from "@/server/strategy/decide-funding"
import { dropInitiative } from "@/server/strategy/drop-initiative"
import { getInitiative } from "@/server/strategy/get-initiative"
import { listInitiatives } from "@/server/strategy/list-initiatives"
import { recordSpending } from "@/server/strategy/record-spending"
import { requestFunding } from "@/server/strategy/request-funding"
import { updateInitiative } from "@/server/strategy/update-initiative"
import { openWorld } from "@/tests/support/world"
import { beginStrategy, TODAY } from "./strategy-world"

const world = openWorld()
const quarters = { startQuarter: "2026-Q4", endQuarter: "2027-Q1" }

async function beginRoadmap() {
  const strategy = await beginStrategy(world)
  const finance = await strategy.workspace.member("finance_reviewer")
  const { id } = await createInitiative(strategy.admin, { name: "Win-back list", ...quarters })
  const ask = (amount: string, currency = "EUR") =>
    requestFunding(strategy.admin, { initiativeId: id, amount, currency, reason: "Two engineers" })
  const warnings = async () =>
    (await listInitiatives(strategy.admin, {})).initiatives[0]!.warnings.map(({ kind }) => kind)
  return { ...strategy, finance, id, ask, warnings }
}

describe("funding", () => {
  it("is asked, decided by somebody else, and spent by day; the sums are exact", async () => {
    const { admin, finance, id, ask, warnings } = await beginRoadmap()
    expect((await listInitiatives(admin, {})).currency).toBeNull()
    const request = await ask("120000.10")
    await expect(ask("1")).rejects.toMatchObject({ code: "RULE_BROKEN" })
    const approve = { requestId: request.id, decision: "approved" as const, reason: "Pays back in a year" }
    await expect(decideFunding(admin, { ...approve, amount: "1" })).rejects.toMatchObject({
      code: "RULE_BROKEN",
      message: "You asked for this funding, so somebody else decides on it",
    })
    await expect(decideFunding(finance, { ...approve })).rejects.toMatchObject({ code: "INVALID" })
    await decideFunding(finance, { ...approve, amount: "100000.05" })
    await expect(decideFunding(finance, { ...approve, amount: "5" })).rejects.toMatchObject({
      code: "CONFLICT",
    })
    const spend = { initiativeId: id, currency: "EUR", note: "Invoice 7" }
    await recordSpending(finance, { ...spend, spentOn: "2026-09-30", amount: "0.10" })
    await recordSpending(finance, { ...spend, spentOn: TODAY, amount: "0.20" })
    const { initiatives, currency } = await listInitiatives(admin, {})
    expect(currency).toBe("EUR")
    expect(initiatives[0]).toMatchObject({
      funding: { asked: "120000.1", approved: "100000.05", spent: "0.3" },
      spentBy: [
        { quarter: "2026-Q3", amount: "0.1" },
        { quarter: "2026-Q4", amount: "0.2" },
      ],
      open: null,
    })
    expect(await warnings()).toEqual(["objective", "sponsor"])
    expect(await getInitiative(admin, { id })).toMatchObject({
      requests: [
        {
          amount: "120000.1",
          decision: { decision: "approved", amount: "100000.05", by: { id: finance.userId } },
        },
      ],
    })
  })

  it("warns when more is spent than approved, or approved than asked", async () => {
    const { finance, id, ask, warnings, admin, addObjective } = await beginRoadmap()
    const { id: objectiveId } = await addObjective("Keep our customers")
    await updateInitiative(admin, { id, version: 1, changes: { objectiveId, sponsorId: finance.userId } })
    expect(await warnings()).toEqual([])
    const { id: requestId } = await ask("100")
    await decideFunding(finance, { requestId, decision: "approved", amount: "150", reason: "With a reserve" })
    expect(await warnings()).toEqual(["overapproved"])
    const booked = await recordSpending(finance, {
      initiativeId: id,
      spentOn: TODAY,
      amount: "151",
      currency: "EUR",
      note: "Invoice",
    })
    expect(await warnings()).toEqual(["overspent", "overapproved"])
    const fix = { spentOn: TODAY, amount: "0", note: "Invoice", reason: "Another cost centre" }
    await correctSpending(finance, { id: booked.id, ...fix })
    await expect(correctSpending(finance, { id: booked.id, ...fix })).rejects.toMatchObject({
      code: "CONFLICT",
    })
    expect(await warnings()).toEqual(["overapproved"])
    expect((await getInitiative(admin, { id })).spendings).toHaveLength(2)
  })

  it("refuses negative, absurd and foreign-currency amounts, days to come, and asking without the right", async () => {
    const { finance, id, ask, admin, workspace } = await beginRoadmap()
    const at = (path: string) => ({ code: "INVALID", details: { issues: [{ path }] } })
    for (const amount of ["-1", "0", "1.234", "10000000000", "NaN"])
      await expect(ask(amount), amount).rejects.toMatchObject(at("amount"))
    await expect(ask("1", "euro")).rejects.toMatchObject(at("currency"))
    await ask("1")
    const other = await createInitiative(admin, { name: "Other", ...quarters })
    await expect(
      requestFunding(admin, { initiativeId: other.id, amount: "1", currency: "USD", reason: "R" }),
    ).rejects.toMatchObject({
      code: "INVALID",
      message: "This workspace plans in EUR; give the amount in EUR",
    })
    await expect(
      recordSpending(finance, {
        initiativeId: id,
        spentOn: "2026-10-14",
        amount: "1",
        currency: "EUR",
        note: "N",
      }),
    ).rejects.toMatchObject(at("spentOn"))
    const owner = await workspace.member("product_owner")
    await expect(
      recordSpending(owner, { initiativeId: id, spentOn: TODAY, amount: "1", currency: "EUR", note: "N" }),
    ).rejects.toMatchObject({ code: "FORBIDDEN" })
    await expect(
      requestFunding(finance, { initiativeId: other.id, amount: "1", currency: "EUR", reason: "R" }),
    ).rejects.toMatchObject({ code: "FORBIDDEN" })
  })

  it("has one currency, also when two first amounts come at the same moment", async () => {
    const { admin, id } = await beginRoadmap()
    const second = await createInitiative(admin, { name: "Second", ...quarters })
    const ask = (initiativeId: string, currency: string) =>
      requestFunding(admin, { initiativeId, amount: "1", currency, reason: "R" })
    const both = await Promise.allSettled([ask(id, "EUR"), ask(second.id, "CHF")])
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
  })
})

describe("an initiative", () => {
  it("moves to another quarter and back, and shows a stale move", async () => {
    const { admin, id, workspace } = await beginRoadmap()
    const move = { startQuarter: "2027-Q1", endQuarter: "2027-Q2" }
    expect(await updateInitiative(admin, { id, version: 1, changes: move })).toEqual({ id, version: 2 })
    const owner = await workspace.member("product_owner")
    await expect(updateInitiative(owner, { id, version: 1, changes: move })).rejects.toMatchObject({
      code: "CONFLICT",
      details: { current: { startQuarter: "2027-Q1", version: 2 } },
    })
    await updateInitiative(admin, { id, version: 2, changes: quarters })
    const { activity, startQuarter } = await getInitiative(admin, { id })
    expect(startQuarter).toBe("2026-Q4")
    expect(activity.map(({ summary }) => summary)).toEqual(
      expect.arrayContaining([
        "Moved Win-back list to Q1 2027 to Q2 2027",
        "Moved Win-back list to Q4 2026 to Q1 2027",
      ]),
    )
    await expect(
      updateInitiative(admin, { id, version: 3, changes: { endQuarter: "2026-Q3" } }),
    ).rejects.toMatchObject({ code: "INVALID", details: { issues: [{ path: "changes.endQuarter" }] } })
    await expect(
      updateInitiative(admin, { id, version: 3, changes: { startQuarter: "2026-Q5" } }),
    ).rejects.toMatchObject({ code: "INVALID" })
  })

  it("works for one objective: a key result names it, another objective takes it away", async () => {
    const { admin, id, addObjective } = await beginRoadmap()
    const first = await addObjective("First", {})
    const second = await addObjective("Second", {})
    const row = async () => (await listInitiatives(admin, {})).initiatives[0]
    await updateInitiative(admin, { id, version: 1, changes: { keyResultId: first.keyResultId } })
    expect(await row()).toMatchObject({ objective: { key: "O-1" }, keyResult: { id: first.keyResultId } })
    await updateInitiative(admin, { id, version: 2, changes: { objectiveId: second.id } })
    expect(await row()).toMatchObject({ objective: { key: "O-2" }, keyResult: null })
    await expect(
      updateInitiative(admin, {
        id,
        version: 3,
        changes: { objectiveId: second.id, keyResultId: first.keyResultId },
      }),
    ).rejects.toMatchObject({ code: "INVALID", details: { issues: [{ path: "keyResultId" }] } })
    await updateInitiative(admin, { id, version: 3, changes: { objectiveId: null } })
    expect((await row())?.objective).toBeNull()
  })

  it("is taken off the roadmap with a reason", async () => {
    const { admin, id } = await beginRoadmap()
    await dropInitiative(admin, { id, version: 1, reason: "Bought instead" })
    expect((await listInitiatives(admin, {})).initiatives).toEqual([])
    await expect(getInitiative(admin, { id })).rejects.toMatchObject({ code: "NOT_FOUND" })
  })
})
