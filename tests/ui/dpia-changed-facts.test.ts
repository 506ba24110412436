import { expect, it } from "vitest"
import { judgedWords, sinceWords } from "@/components/dpia/prepare-changed-facts"

const change = {
  key: "phone",
  what: "Field phone of customers",
  before: null,
  after: "Phone number, Confidential",
}
const drift = {
  changes: [change],
  since: "2026-10-02T08:00:00.000Z",
  by: "Ines Moreau",
  reason: "",
  seen: "",
}
const now = "2026-10-13T07:40:00.000Z"

it("says since when facts changed, and what an officer said of those before", () => {
  expect(sinceWords(drift, now)).toBe("1 fact changed since Ines Moreau handed it in on 2 Oct.")
  expect(judgedWords(drift, now)).toBeNull()
  const judged = { ...drift, by: "Sofia Lindqvist", reason: "Cut off before anybody sees it" }
  expect(sinceWords(judged, now)).toBe(
    "1 fact changed since Sofia Lindqvist judged on 2 Oct that it still covered what had changed by then: “Cut off before anybody sees it”",
  )
  expect(judgedWords(judged, now)).toBe(
    "Sofia Lindqvist judged so on 2 Oct: “Cut off before anybody sees it”",
  )
})
