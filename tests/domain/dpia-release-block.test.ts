import { expect, it } from "vitest"
import { type ConsultationFacts, NO_CONSULTATION } from "@/server/dpia/domain/consultation"
import { releaseBlock } from "@/server/dpia/domain/release-block"

const asked: ConsultationFacts = { ...NO_CONSULTATION, receivedOn: "2026-03-02" }
const block = (facts: ConsultationFacts, today: string, high = true) =>
  releaseBlock({ key: "DPIA-3", high, facts }, today)

it("a high risk blocks until the authority is asked and has advised", () => {
  expect(block(NO_CONSULTATION, "2026-03-01")).toBe(
    "A high risk remains in DPIA-3, and the supervisory authority was not consulted (Art. 36 GDPR)",
  )
  expect(block(asked, "2026-04-27")).toBe(
    "The supervisory authority was consulted on DPIA-3 and has not advised yet; its advice is due by 27 Apr 2026",
  )
  expect(block(asked, "2026-04-28")).toBe(
    "A high risk remains in DPIA-3, and the supervisory authority has not advised; its advice was due by 27 Apr 2026",
  )
  const advised = { ...asked, adviceOn: "2026-04-20" }
  expect(block(advised, "2026-04-19")).toContain("has not advised yet")
  expect(block(advised, "2026-04-20")).toBeUndefined()
})

it("a suspension and an extension block for as long as they last", () => {
  const stands = { ...asked, suspensions: [{ from: "2026-03-20", until: null }] }
  expect(block(stands, "2026-06-30")).toMatch(/due by 7 Aug 2026, at the earliest, for its clock stands$/)
  expect(block({ ...asked, extensionNotifiedOn: "2026-04-01" }, "2026-06-08")).toContain("due by 8 Jun 2026")
})

it("without a high risk nothing blocks but a clock that runs", () => {
  expect(block(NO_CONSULTATION, "2026-03-01", false)).toBeUndefined()
  expect(block(asked, "2026-04-27", false)).toContain("has not advised yet")
  expect(block(asked, "2026-04-28", false)).toBeUndefined()
})
