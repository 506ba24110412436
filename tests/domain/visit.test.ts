import { describe, expect, it } from "vitest"
import { newsSince } from "@/server/members/domain/visit"

const at = (time: string) => `2026-10-13T${time}:00.000Z`

describe("newsSince", () => {
  it("is the last visit for somebody who comes back", () => {
    expect(newsSince({ lastVisitAt: at("06:00"), previousVisitAt: at("01:00") }, at("08:00"))).toBe(
      at("06:00"),
    )
  })

  it("stays the same while the visit goes on, however often the page is loaded", () => {
    expect(newsSince({ lastVisitAt: at("07:50"), previousVisitAt: at("06:00") }, at("08:00"))).toBe(
      at("06:00"),
    )
  })

  it("is nothing on the first visit", () => {
    expect(newsSince({ lastVisitAt: null, previousVisitAt: null }, at("08:00"))).toBeNull()
    expect(newsSince({ lastVisitAt: at("07:59"), previousVisitAt: null }, at("08:00"))).toBeNull()
  })
})
