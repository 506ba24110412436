import { renderToStaticMarkup } from "react-dom/server"
import { describe, expect, it } from "vitest"
import { WorkspaceProvider } from "@/components/api/workspace"
import { ControlList } from "@/components/privacy/regulations/control-list"
import { FirstProduct } from "@/components/products/first-product"
import type { Role } from "@/server/kernel/domain/permissions"

function drawn(role: Role, node: React.ReactNode): string {
  const me = { id: "018f3a52-0000-7000-8000-000000000001", name: "Aisha Rahman", email: "aisha@example.org" }
  const grants = [{ role, scopeType: "workspace" as const, scopeId: null }]
  const workspace = { id: "w", slug: "northmark", name: "Northmark Retail" }
  const facts = { workspace, me, grants, now: "2026-10-13T07:40:00.000Z" }
  return renderToStaticMarkup(<WorkspaceProvider facts={facts}>{node}</WorkspaceProvider>)
}

describe("the list of controls", () => {
  const shared = { evidence: "", link: "", version: 1 }
  const controls = [
    {
      ...{ ...shared, id: "a", name: "Assessment before release", kind: "dod_check" as const },
      ...{ checkId: "dpia-approved", reading: { state: "warning" as const, words: "Required in 1 of 3" } },
    },
    {
      ...{
        ...shared,
        id: "b",
        name: "Breach plan",
        kind: "manual" as const,
        link: "https://example.org/plan",
      },
      ...{ checkId: null, reading: { state: "unknown" as const, words: "Evidence outside Plumbline" } },
    },
  ]
  const checks = [{ id: "dpia-approved", label: "DPIA approved for this version" }]

  it("says what each shows today, in a word and in figures that lead to where they stand", () => {
    const list = drawn("auditor", <ControlList controls={controls} obligations={[]} checks={checks} />)
    expect(list).toContain("Has gaps")
    expect(list).toContain('href="/northmark/settings/definition-of-done">Required in 1 of 3</a>')
    expect(list).toContain("Definition of Done check: DPIA approved for this version")
    expect(list).toContain("Not measured")
    expect(list).toContain('href="https://example.org/plan"')
    expect(list).not.toContain("<button")
  })
})

describe("a list about products before there is one", () => {
  const first = (role: Role) => drawn(role, <FirstProduct>Products are shown here.</FirstProduct>)

  it("leads to creating one, or says why not", () => {
    expect(first("product_owner")).toContain('href="/northmark/products?new=product"')
    expect(first("auditor")).not.toContain("new=product")
    expect(first("auditor")).toContain("Create product")
  })
})
