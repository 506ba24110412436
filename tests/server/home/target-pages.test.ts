import { describe, expect, it } from "vitest"
import { targetPage } from "@/server/home/domain/target-pages"
import { LOOKUPS } from "@/server/home/internal/target-lookups"
import { readProjectFile, sourceFiles } from "../../architecture/project-files"

/** Kinds of targets that no page shows: what they are about stands beside them. */
const WITHOUT_PAGE = ["change"]
/** Kinds that are named beside the request for their approval, which has the page. */
const OF_APPROVALS = ["dpia", "screening", "waiver"]

/** `{ type: "item", id: …, name: … }`, which is how every target is written. */
const LITERAL = /\{\s*type: "(\w+)",\s*id\b[^{}]*?\bname\b/g

const written = new Set(
  sourceFiles()
    .filter((file) => /^server\/(?!audit\/proof|kernel)/.test(file))
    .flatMap((file) => [...readProjectFile(file).matchAll(LITERAL)].map((match) => match[1] ?? "")),
)
/** An actor is written like a target. */
const ACTORS = ["user", "token", "system", "anonymous"]

describe("what the audit trail names", () => {
  const types = [...written].filter((type) => !ACTORS.includes(type)).sort()

  it("is found in the code", () => {
    expect(types).toEqual(expect.arrayContaining(["assessment", "asset", "item", "keyResult", "obligation"]))
    expect(types.length).toBeGreaterThan(25)
  })

  it.each(types)("%s has a page, or is known to have none", (type) => {
    const name = type === "objective" ? "O-4 Fewer broken promises" : "ABC-12"
    const known = type in LOOKUPS || targetPage({ type, id: "id", name }) !== null
    expect(known).toBe(!WITHOUT_PAGE.includes(type))
  })

  it.each(OF_APPROVALS)("%s is named beside its approval", (type) => {
    expect(written.has(type) || type in LOOKUPS).toBe(false)
  })
})

describe("the page of a target", () => {
  it.each([
    ["item", "FUL-12", "items/FUL-12"],
    ["item", "no key", null],
    ["assessment", "DPIA-3", "privacy/assessments/DPIA-3"],
    ["objective", "O-4 Fewer broken promises", "strategy/objectives/O-4"],
    ["processing", "ROP-2", "privacy/register/ROP-2"],
    ["dod_template", "Any other deliverable, version 3", "settings/definition-of-done/any"],
    ["dod_template", "Forgotten, version 3", "settings/definition-of-done"],
    ["approval", "Route planning", "approvals/i1"],
    ["access", "Access of Ben to Orders", "access/i1"],
    ["view", "Mine", "backlog?view=i1"],
    ["member", "Inès Moreau", "settings/members"],
    ["session", "x", null],
    ["constructor", "x", null],
  ])("of %s “%s” is %s", (type, name, page) => {
    expect(targetPage({ type, id: "i1", name })).toBe(page)
  })
})
