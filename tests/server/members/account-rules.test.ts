import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { describeDevice } from "@/server/members/domain/device"
import { isLasting, mayRemoveMember, mayRevokeGrant } from "@/server/members/domain/grant-rules"
import { pauseSeconds } from "@/server/members/domain/lock-out"
import { itemPrefix, itemPrefixOf, workspaceSlug, workspaceSlugOf } from "@/server/members/domain/workspace"
import { NOW } from "@/tests/support/world"

describe("the pause after wrong passwords", () => {
  it("begins at five, doubles and ends at 15 minutes", () => {
    const minutes = [4, 5, 6, 7, 8, 9, 50, 2000].map((failures) => pauseSeconds(failures) / 60)
    expect(minutes).toEqual([0, 1, 2, 4, 8, 15, 15, 15])
  })
})

describe("names of a workspace", () => {
  it("become an address and a prefix that the rules accept, whatever they are", () => {
    expect(workspaceSlugOf("Northmark Retail GmbH & Co")).toBe("northmark-retail-gmbh-co")
    expect(workspaceSlugOf("API")).toBe("api-workspace")
    expect(itemPrefixOf("Northmark Retail")).toBe("NR")
    expect(itemPrefixOf("Acme")).toBe("ACM")
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (name) => {
        expect(workspaceSlug.safeParse(workspaceSlugOf(name)).success).toBe(true)
        expect(itemPrefix.safeParse(itemPrefixOf(name)).success).toBe(true)
      }),
    )
  })
})

describe("the last administrator", () => {
  const grant = {
    userId: "a",
    role: "administrator",
    scopeType: "workspace",
    validFrom: NOW,
    validUntil: null,
  } as const

  it("is one with a grant in force, everywhere and without an end", () => {
    expect(isLasting(grant, NOW)).toBe(true)
    expect(isLasting({ ...grant, validUntil: "2027-01-01T00:00:00.000Z" }, NOW)).toBe(false)
    expect(isLasting({ ...grant, validFrom: "2027-01-01T00:00:00.000Z" }, NOW)).toBe(false)
    expect(isLasting({ ...grant, role: "auditor" }, NOW)).toBe(false)
  })

  it("stays, while others come and go", () => {
    expect(mayRevokeGrant(grant, ["a"], NOW).ok).toBe(false)
    expect(mayRevokeGrant(grant, ["a", "b"], NOW).ok).toBe(true)
    expect(mayRevokeGrant({ ...grant, userId: "b", role: "auditor" }, ["a"], NOW).ok).toBe(true)
    expect(mayRemoveMember("a", ["a"]).ok).toBe(false)
    expect(mayRemoveMember("b", ["a"]).ok).toBe(true)
  })
})

describe("a device", () => {
  it("is named by browser and system", () => {
    const chrome =
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0 Safari/537.36"
    const iphone =
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18.0 Mobile Safari/604"
    expect(describeDevice(chrome)).toBe("Chrome on Windows")
    expect(describeDevice(`${chrome} Edg/139.0`)).toBe("Edge on Windows")
    expect(describeDevice(iphone)).toBe("Safari on iOS")
    expect(describeDevice("curl/8.5")).toBe("curl/8.5")
    expect(describeDevice(null)).toBe("Unknown device")
  })
})
