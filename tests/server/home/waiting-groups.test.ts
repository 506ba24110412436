import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { countKinds, groupWaiting, WAITING_KINDS, waitingGroup } from "@/server/home/domain/waiting-groups"
import type { WaitingThing } from "@/server/products/domain/waiting-thing"

const NOW = "2026-10-13T07:40:00.000Z"

const thing = (id: string, due?: string, kind: WaitingThing["kind"] = "item"): WaitingThing => ({
  kind,
  id,
  title: id,
  detail: "",
  ...(due && { due }),
  state: "",
  action: { label: "Open", href: "/" },
})

describe("what waits", () => {
  it.each([
    ["2026-10-12", "late"],
    ["2026-10-13", "thisWeek"],
    ["2026-10-19", "thisWeek"],
    ["2026-10-20", "later"],
    ["2026-10-13T07:39:59.999Z", "late"],
    ["2026-10-13T07:41:00.000Z", "thisWeek"],
    ["2026-10-19T23:59:00.000Z", "thisWeek"],
    ["2026-10-20T00:00:00.000Z", "later"],
    [undefined, "later"],
  ])("with the date %s on 13 October is %s", (due, group) => {
    expect(waitingGroup(due, NOW)).toBe(group)
  })

  it("stands soonest first, undated last, and empty groups are left out", () => {
    const groups = groupWaiting([thing("c"), thing("b", "2026-10-31"), thing("a", "2026-10-01")], NOW)
    expect(groups.map(({ group, things }) => [group, things.map(({ id }) => id)])).toEqual([
      ["late", ["a"]],
      ["later", ["b", "c"]],
    ])
  })

  it("is grouped without losing or doubling anything, in order", () => {
    const days = fc
      .integer({ min: -40, max: 40 })
      .map((n) => new Date(Date.parse(NOW) + n * 86_400_000).toISOString())
    const due = fc.option(
      fc.oneof(
        days,
        days.map((iso) => iso.slice(0, 10)),
      ),
      { nil: undefined },
    )
    const things = fc.array(
      fc.tuple(fc.uuid(), due, fc.constantFrom(...WAITING_KINDS)).map((args) => thing(...args)),
    )
    fc.assert(
      fc.property(things, (all) => {
        const groups = groupWaiting(all, NOW)
        const ids = groups.flatMap((group) => group.things.map(({ id }) => id))
        expect([...ids].sort()).toEqual(all.map(({ id }) => id).sort())
        for (const { group, things } of groups) {
          for (const { due } of things) expect(waitingGroup(due, NOW)).toBe(group)
        }
        expect(countKinds(all).reduce((sum, { count }) => sum + count, 0)).toBe(all.length)
      }),
    )
  })
})
