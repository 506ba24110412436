import { describe, expect, it } from "vitest"
import {
  type ConsultationFacts,
  consultationClock,
  consultationProblem,
  NO_CONSULTATION,
} from "@/server/dpia/domain/consultation"

const facts = (receivedOn: string, more: Partial<ConsultationFacts> = {}): ConsultationFacts => ({
  ...NO_CONSULTATION,
  receivedOn,
  ...more,
})
const clock = (given: ConsultationFacts, today = "2026-03-10") => consultationClock(given, today)!

describe("the clock of a prior consultation", () => {
  it("gives eight weeks, six more, and one month for the notice", () => {
    expect(clock(facts("2026-03-02"))).toMatchObject({
      dueOn: "2026-04-27",
      extensionNoticeBy: "2026-04-02",
      extended: false,
      state: "waiting",
      remarks: [],
    })
    expect(clock(facts("2026-03-02", { extensionNotifiedOn: "2026-04-01" })).dueOn).toBe("2026-06-08")
  })

  it("stands for each suspended day once, also where suspensions overlap", () => {
    const ten = { from: "2026-03-20", until: "2026-03-30" }
    expect(clock(facts("2026-03-02", { suspensions: [ten] })).dueOn).toBe("2026-05-07")
    const inside = { from: "2026-03-22", until: "2026-03-25" }
    const across = { from: "2026-03-28", until: "2026-04-01" }
    expect(clock(facts("2026-03-02", { suspensions: [across, ten, inside] }))).toMatchObject({
      suspendedDays: 12,
      dueOn: "2026-05-09",
    })
    const both = facts("2026-03-02", { suspensions: [ten], extensionNotifiedOn: "2026-03-30" })
    expect(clock(both).dueOn).toBe("2026-06-18")
  })

  it("counts an open suspension until today and says that it stands", () => {
    const open = facts("2026-03-02", { suspensions: [{ from: "2026-03-05", until: null }] })
    expect(clock(open, "2026-03-05")).toMatchObject({
      state: "suspended",
      suspendedDays: 0,
      dueOn: "2026-04-27",
    })
    expect(clock(open, "2026-03-12")).toMatchObject({
      state: "suspended",
      suspendedDays: 7,
      dueOn: "2026-05-04",
    })
  })

  it("ends a month at its last day, in leap years too", () => {
    expect(clock(facts("2026-01-31")).extensionNoticeBy).toBe("2026-02-28")
    expect(clock(facts("2028-01-31")).extensionNoticeBy).toBe("2028-02-29")
    expect(clock(facts("2028-01-04")).dueOn).toBe("2028-02-29")
    expect(clock(facts("2027-12-31")).extensionNoticeBy).toBe("2028-01-31")
    expect(clock(facts("2100-01-31")).extensionNoticeBy).toBe("2100-02-28")
  })

  it("shows how it came to the day, and moves nothing for weekends or a late notice", () => {
    const late = clock(facts("2026-03-07", { extensionNotifiedOn: "2026-04-08" }))
    expect(late.derivation).toEqual([
      { text: "Received on 7 Mar 2026", day: "2026-03-07" },
      { text: "8 weeks for the advice (Art. 36(2))", day: "2026-05-02" },
      { text: "6 weeks more, notified on 8 Apr 2026 (Art. 36(2))", day: "2026-06-13" },
    ])
    expect(late.dueOn).toBe("2026-06-13")
    expect(late.remarks).toHaveLength(2)
    expect(late.remarks[0]).toContain("after 7 Apr 2026")
    expect(late.remarks[1]).toContain("weekend")
  })

  it("is late the day after, and over once advice was given", () => {
    expect(clock(facts("2026-03-02"), "2026-04-27").state).toBe("waiting")
    expect(clock(facts("2026-03-02"), "2026-04-28").state).toBe("late")
    expect(clock(facts("2026-03-02", { adviceOn: "2026-05-30" }), "2026-06-28").state).toBe("answered")
    expect(consultationClock(NO_CONSULTATION, "2026-03-10")).toBeUndefined()
  })

  it("refuses facts that do not fit together, at their field", () => {
    const path = (given: ConsultationFacts) => consultationProblem(given)?.path
    expect(path(NO_CONSULTATION)).toBeUndefined()
    expect(path({ ...NO_CONSULTATION, adviceOn: "2026-03-02" })).toBe("receivedOn")
    expect(path(facts("2026-03-02", { extensionNotifiedOn: "2026-03-01" }))).toBe("extensionNotifiedOn")
    expect(path(facts("2026-03-02", { adviceOn: "2026-03-01" }))).toBe("adviceOn")
    const span = (from: string, until: string | null) =>
      facts("2026-03-02", { suspensions: [{ from, until }] })
    expect(path(span("2026-03-01", null))).toBe("suspensions.0.from")
    expect(path(span("2026-03-05", "2026-03-05"))).toBe("suspensions.0.until")
    expect(path(span("2026-03-05", "2026-03-06"))).toBeUndefined()
  })
})
