import { renderToStaticMarkup as render } from "react-dom/server"
import { describe, expect, it } from "vitest"
import { prepareRefusal } from "@/components/auth/prepare-refusal"
import {
  lastingAdministrators,
  type MemberRow,
  matchingMembers,
  membersState,
} from "@/components/members/prepare-members"
import { latestTime } from "@/components/members/prepare-time"
import { endOfDay, startOfDay, validityWords } from "@/components/members/prepare-validity"
import {
  type PersonAccess,
  permissionGroups,
  whyAllowed,
  whyNot,
} from "@/components/members/roles/prepare-access"
import { RoleMatrix } from "@/components/members/roles/role-matrix"
import {
  permissionWords,
  sortTokens,
  type TokenRow,
  tokenState,
  tokensState,
} from "@/components/members/tokens/prepare-tokens"
import { problemsOf } from "@/components/shell/form-problems"
import { ALL_PERMISSIONS, ROLES, roleHolds } from "@/server/kernel/domain/permissions"
import { explainPermissions } from "@/server/members/domain/access"
import { backPath } from "@/server/members/domain/back-path"
import type { GrantView } from "@/server/members/domain/grant"
import { inviteFields } from "@/server/members/domain/invitation"

const NOW = "2026-10-13T07:40:00.000Z"

function grant(part: Partial<GrantView>): GrantView {
  return {
    id: "g1",
    userId: "ines",
    role: "administrator",
    scopeType: "workspace",
    scopeId: null,
    scopeName: null,
    validFrom: "2026-01-01T00:00:00.000Z",
    validUntil: null,
    reason: "Founded the workspace",
    grantedBy: { id: "karin", name: "Karin Aalto" },
    grantedAt: "2026-01-01T00:00:00.000Z",
    ...part,
  }
}

const inDomain = grant({
  id: "g2",
  role: "product_owner",
  scopeType: "domain",
  scopeId: "d",
  scopeName: "Fulfilment",
})

const members: MemberRow[] = [
  {
    id: "ines",
    name: "Ines Moreau",
    email: "ines@northmark.example",
    joinedAt: NOW,
    lastVisitAt: null,
    grants: [grant({})],
  },
  {
    id: "priya",
    name: "Priya Raman",
    email: "priya@northmark.example",
    joinedAt: NOW,
    lastVisitAt: NOW,
    grants: [inDomain],
  },
  {
    id: "hugo",
    name: "Hugo Brandt",
    email: "hugo@northmark.example",
    joinedAt: NOW,
    lastVisitAt: NOW,
    grants: [],
  },
]

describe("the list of members", () => {
  it("is searched by name, address, role and place", () => {
    const found = (typed: string) => matchingMembers(members, typed).map(({ id }) => id)
    expect(found("  ")).toHaveLength(3)
    expect(found("MOREAU")).toEqual(["ines"])
    expect(found("owner fulfil")).toEqual(["priya"])
    expect(found("hugo@ administrator")).toEqual([])
  })

  it("says in one line how it stands", () => {
    expect(membersState(members, 2, NOW)).toBe("3 members, 1 without a role in force, 2 open invitations")
    expect(membersState(members.slice(0, 1), 0, NOW)).toBe("1 member")
  })

  it("counts lasting administrators as the server does", () => {
    expect(lastingAdministrators(members, NOW)).toEqual(["ines"])
  })
})

describe("the validity of a grant", () => {
  it("runs from the first to the last moment of the days that were chosen", () => {
    expect([startOfDay("2026-10-13"), startOfDay("")]).toEqual(["2026-10-13T00:00:00.000Z", undefined])
    expect([endOfDay("2026-12-31"), endOfDay("")]).toEqual(["2026-12-31T23:59:59.999Z", null])
  })

  it("is put into words", () => {
    expect(validityWords(grant({}), NOW)).toBe("")
    expect(validityWords(grant({ validUntil: "2026-12-31T23:59:59.999Z" }), NOW)).toBe("until 31 Dec")
    expect(
      validityWords(
        grant({ validFrom: "2026-11-01T00:00:00.000Z", validUntil: "2027-01-31T00:00:00.000Z" }),
        NOW,
      ),
    ).toBe("from 1 Nov until 31 Jan 2027")
    expect(validityWords(grant({ validUntil: "2026-10-02T00:00:00.000Z" }), NOW)).toBe("expired 2 Oct")
  })

  it("never lies in the future because the page is older than the grant", () => {
    expect(latestTime(NOW, 0, "2026-10-13T07:41:00.000Z")).toBe("2026-10-13T07:41:00.000Z")
    expect(latestTime(NOW)).toBe(NOW)
  })
})

describe("who may do what", () => {
  const held = [grant({ role: "stakeholder" }), inDomain]
  const priya: PersonAccess = {
    id: "priya",
    name: "Priya Raman",
    grants: held,
    access: explainPermissions(held),
  }

  it("gives the reason for yes and for no", () => {
    expect(whyAllowed(priya, "backlog.edit")).toMatchObject([
      { where: "in the domain Fulfilment", as: "Product owner" },
    ])
    expect(whyAllowed(priya, "members.manage")).toEqual([])
    expect(whyNot(priya, "members.manage")).toBe("No role carries it")
    expect(whyNot(priya, "scoring.configure")).toBe(
      "Product owner would, in the whole workspace; here it is granted for a part only",
    )
  })

  it("shows every permission once, and for every role what the server decides", () => {
    expect(permissionGroups().flatMap(({ permissions }) => permissions)).toEqual(ALL_PERMISSIONS)
    const html = render(<RoleMatrix onOpen={() => undefined} />)
    const yes = ALL_PERMISSIONS.flatMap((permission) => ROLES.filter((role) => roleHolds(role, permission)))
    expect(html.match(/>yes</g)).toHaveLength(yes.length)
    expect(html.match(/>no</g)).toHaveLength(ALL_PERMISSIONS.length * ROLES.length - yes.length)
  })
})

describe("API tokens", () => {
  const token = (part: Partial<TokenRow>): TokenRow => ({
    id: "t1",
    name: "Nightly import",
    hint: "plb_abcd",
    permissions: ["backlog.read"],
    owner: { id: "ines", name: "Ines Moreau" },
    createdAt: NOW,
    expiresAt: "2026-12-31T00:00:00.000Z",
    lastUsedAt: null,
    revokedAt: null,
    ...part,
  })

  it("have a state in a word", () => {
    expect(tokenState(token({}), NOW).word).toBe("Works")
    expect(tokenState(token({ expiresAt: "2026-10-20T00:00:00.000Z" }), NOW)).toMatchObject({
      word: "Expires soon",
      state: "warning",
      works: true,
    })
    expect(tokenState(token({ expiresAt: NOW }), NOW)).toMatchObject({ word: "Expired", works: false })
    expect(tokenState(token({ revokedAt: NOW }), NOW)).toMatchObject({ word: "Revoked", works: false })
    expect([tokensState(0, true), tokensState(1, false), tokensState(2, true)]).toEqual([
      "No token works",
      "1 token of yours works",
      "2 tokens work",
    ])
  })

  it("that work come first", () => {
    const rows = [token({ id: "a", revokedAt: NOW }), token({ id: "b" })]
    expect(sortTokens(rows, NOW).map(({ id }) => id)).toEqual(["b", "a"])
  })

  it("name their permissions shortly", () => {
    expect(permissionWords(["backlog.read"])).toBe("See backlog items")
    expect(permissionWords(ALL_PERMISSIONS)).toMatch(/ and \d+ more$/)
  })
})

describe("forms", () => {
  it("report what the server would, one message a field", () => {
    const problems = problemsOf(inviteFields, {
      email: "ines",
      role: "",
      scopeType: "domain",
      scopeId: null,
      reason: "",
    })
    expect(Object.keys(problems).sort()).toEqual(["email", "reason", "role"])
    const placed = {
      email: "ines@example.org",
      role: "auditor",
      scopeType: "domain",
      scopeId: null,
      reason: "Reads along",
    }
    expect(problemsOf(inviteFields, placed)).toEqual({ scopeId: "Choose the domain" })
  })
})

describe("the way back after signing in", () => {
  it("stays on the site", () => {
    expect(backPath("/northmark/backlog?q=a%20b")).toBe("/northmark/backlog?q=a%20b")
    const away = [
      "//evil.example",
      "/\\evil.example",
      "/\t/evil.example",
      "/.//evil.example",
      "https://evil.example",
      "javascript:alert(1)",
    ]
    for (const path of [...away, "", undefined, ["/a"], "/sign-in?back=/", "/sign-out"])
      expect(backPath(path), String(path)).toBe("/")
  })

  it("is explained when the provider sent somebody unknown", () => {
    expect(prepareRefusal(undefined)).toBeUndefined()
    expect(prepareRefusal("unknown", "Northmark login")).toContain("Ask an administrator for an invitation")
    expect(prepareRefusal("unverified", "Northmark login")).toMatch(/^Northmark login did not confirm/)
    expect(prepareRefusal("OAuthCallbackError")).toContain("cancelled")
  })
})
