import { expect, it } from "vitest"
import { errorFacts } from "@/server/kernel/log"

it("keeps of an error its words, code and cause, and nothing that a driver hung on it", () => {
  const cause = Object.assign(new Error("terminated"), {
    code: "57P01",
    client: { secretKey: 4711, password: "pw" },
  })
  const facts = JSON.stringify(errorFacts(new Error("query failed: select 1\nparams: pw,4711", { cause })))
  expect(facts).toContain("query failed")
  expect(facts).toContain("57P01")
  expect(facts).not.toMatch(/4711|secretKey|pw/)
})
