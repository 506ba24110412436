import { describe, expect, it } from "vitest"
import type { Confirmation } from "@/server/approvals/domain/confirmation"
import { mayTrust } from "@/server/approvals/domain/confirmation"
import {
  closedReason,
  type Decider,
  type Decision,
  mayDecide,
  TOKEN_CANNOT_SIGN,
} from "@/server/approvals/domain/decision-rules"
import {
  type Delegation,
  delegationSchema,
  delegationState,
  scopeHolds,
} from "@/server/approvals/domain/delegation"
import { ALL_KINDS, APPROVAL_KINDS } from "@/server/approvals/domain/kinds"
import { mayRemind } from "@/server/approvals/domain/reminder"
import { type HeldGrant, WORKSPACE_SCOPE } from "@/server/kernel/domain/grants"
import { PERMISSIONS, ROLES } from "@/server/kernel/domain/permissions"

const NOW = "2026-10-13T07:40:00.000Z"
const officer: HeldGrant = { role: "privacy_officer", scopeType: "workspace", scopeId: null }
const engineer: HeldGrant = { role: "data_engineer", scopeType: "workspace", scopeId: null }

const someone = (id: string, grants: HeldGrant[] = [officer], present = true): Decider => ({
  id,
  name: id.toUpperCase(),
  grants,
  present,
})

const decision = (more: Partial<Decision> = {}, request: Partial<Decision["request"]> = {}): Decision => ({
  request: {
    kind: "dpia",
    state: "open",
    subjectVersion: 3,
    outdatedBy: null,
    endsAt: null,
    scope: WORKSPACE_SCOPE,
    requestedBy: "asker",
    contributors: [
      { userId: "asker", part: "requester" },
      { userId: "writer", part: "author" },
      { userId: "editor", part: "editor" },
    ],
    approvals: [],
    ...request,
  },
  meaning: "approval",
  actorType: "user",
  signer: someone("ann"),
  delegation: null,
  now: NOW,
  ...more,
})

const delegation = (more: Partial<Delegation> = {}, delegator = someone("ben")): Decision["delegation"] => ({
  id: "d",
  delegatorId: delegator.id,
  delegateId: "ann",
  kinds: null,
  scopeType: "workspace",
  scopeId: null,
  validFrom: "2026-10-13T00:00:00.000Z",
  validUntil: "2026-10-14T00:00:00.000Z",
  revokedAt: null,
  delegator,
  ...more,
})

const domain = { type: "domain" as const, domainId: "ful" }
const product = { type: "product" as const, productId: "eta", domainId: "ful" }
const inDomain: HeldGrant = { role: "privacy_officer", scopeType: "domain", scopeId: "ful" }
const plain = someone("ann", [engineer])

describe("who may decide", () => {
  it.each<[string, Decision, string | true]>([
    ["somebody with the role", decision(), true],
    [
      "a role in the domain of the product",
      decision({ signer: someone("ann", [inDomain]) }, { scope: product }),
      true,
    ],
    [
      "a role in a domain, for the workspace",
      decision({ signer: someone("ann", [inDomain]) }),
      "Your roles do not include",
    ],
    ["no role", decision({ signer: plain }), "Your roles do not include"],
    ["a review without the role", decision({ signer: plain, meaning: "review" }), true],
    ["the requester", decision({ signer: someone("asker") }), "Whoever asks"],
    ["an author", decision({ signer: someone("writer") }), "Authors cannot approve their own work"],
    ["an editor", decision({ signer: someone("editor") }), "Whoever changed this version"],
    [
      "an author who rejects",
      decision({ signer: someone("writer"), meaning: "rejection" }),
      "Authors cannot",
    ],
    ["somebody who left", decision({ signer: someone("ann", [officer], false) }), "no longer a member"],
    ["an API token", decision({ actorType: "token" }), TOKEN_CANNOT_SIGN],
    ["a job", decision({ actorType: "system" }), TOKEN_CANNOT_SIGN],
    [
      "who approved already",
      decision({}, { approvals: [{ signerId: "ann", onBehalfOfId: null }] }),
      "counts once",
    ],
    [
      "who approved for somebody",
      decision({}, { approvals: [{ signerId: "ann", onBehalfOfId: "cas" }] }),
      "counts once",
    ],
    [
      "for whom somebody approved",
      decision({}, { approvals: [{ signerId: "cas", onBehalfOfId: "ann" }] }),
      "counts once",
    ],
    [
      "an outdated version",
      decision({}, { state: "outdated", outdatedBy: 4 }),
      "v3 was changed; the current version is v4",
    ],
    ["a replaced request", decision({}, { state: "outdated", outdatedBy: 3 }), "replaced by a newer one"],
    ["a withdrawn request", decision({}, { state: "withdrawn" }), "was withdrawn already"],
  ])("%s", (_name, given, expected) => {
    const verdict = mayDecide(given)
    if (expected === true) expect(verdict).toEqual({ ok: true })
    else expect(verdict).toMatchObject({ ok: false, reason: expect.stringContaining(expected) })
  })
})

describe("who may decide for somebody", () => {
  const acting = (
    more: Partial<Delegation> = {},
    delegator?: Decider,
    request: Partial<Decision["request"]> = {},
  ) => decision({ signer: plain, delegation: delegation(more, delegator) }, request)

  it.each<[string, Decision, string | true]>([
    ["a delegate without a role of their own", acting(), true],
    ["one for this kind", acting({ kinds: ["dpia"] }), true],
    ["one for other kinds", acting({ kinds: ["waiver"] }), "not for this kind"],
    [
      "one in the domain, for its product",
      acting({ scopeType: "domain", scopeId: "ful" }, undefined, { scope: product }),
      true,
    ],
    [
      "one for a product, in its domain",
      acting({ scopeType: "product", scopeId: "eta" }, undefined, { scope: domain }),
      "for another place",
    ],
    [
      "one in a domain, for the workspace",
      acting({ scopeType: "domain", scopeId: "ful" }),
      "for another place",
    ],
    ["a wide delegation of a narrow role", acting({}, someone("ben", [inDomain])), "may not decide this"],
    ["the last moment", acting({ validUntil: "2026-10-13T07:40:00.001Z" }), true],
    ["the end", acting({ validUntil: NOW }), "has ended"],
    ["the first moment", acting({ validFrom: NOW }), true],
    ["before", acting({ validFrom: "2026-10-13T07:40:00.001Z" }), "has not begun"],
    ["a revoked one", acting({ revokedAt: NOW }), "BEN revoked"],
    ["somebody else's", acting({ delegateId: "cas" }), "not yours"],
    ["one of somebody who lost the role", acting({}, someone("ben", [engineer])), "may not decide this"],
    ["one of somebody who left", acting({}, someone("ben", [officer], false)), "no longer a member"],
    ["the work of the delegator", acting({}, someone("writer")), "is an author of this version"],
    ["a change of the delegator", acting({}, someone("editor")), "changed this version"],
    ["a request of the delegator", acting({}, someone("asker")), "asked for this approval"],
    [
      "a delegator who has approved",
      acting({}, undefined, { approvals: [{ signerId: "ben", onBehalfOfId: null }] }),
      "counts once",
    ],
    [
      "a delegator for whom another approved",
      acting({}, undefined, { approvals: [{ signerId: "cas", onBehalfOfId: "ben" }] }),
      "counts once",
    ],
    [
      "own work",
      decision({ signer: someone("writer", [engineer]), delegation: delegation({ delegateId: "writer" }) }),
      "Authors cannot",
    ],
    ["a review", decision({ signer: plain, delegation: delegation(), meaning: "review" }), "for oneself"],
  ])("%s", (_name, given, expected) => {
    const verdict = mayDecide(given)
    if (expected === true) expect(verdict).toEqual({ ok: true })
    else expect(verdict).toMatchObject({ ok: false, reason: expect.stringContaining(expected) })
  })

  it("knows upcoming, in force, ended and revoked, and which place holds which", () => {
    const states = [
      { validFrom: "2026-10-14T00:00:00.000Z", validUntil: "2026-10-15T00:00:00.000Z" },
      {},
      { validUntil: NOW },
      { revokedAt: NOW },
    ].map((more) => delegationState(delegation(more)!, NOW))
    expect(states).toEqual(["upcoming", "in force", "ended", "revoked"])
    expect(scopeHolds({ scopeType: "product", scopeId: "eta" }, product)).toBe(true)
    expect(scopeHolds({ scopeType: "product", scopeId: "eta" }, { ...product, productId: "x" })).toBe(false)
  })

  it("is given for a year at most, with a reason", () => {
    const given = {
      delegateId: "01980000-0000-7000-8000-000000000000",
      kinds: null,
      scopeType: "workspace",
      scopeId: null,
      validFrom: "2026-10-13T00:00:00.000Z",
      validUntil: "2027-10-13T00:00:00.000Z",
      reason: "Leave",
    }
    expect(delegationSchema.safeParse(given).success).toBe(true)
    for (const wrong of [
      { validUntil: "2027-10-15T00:00:00.000Z" },
      { validUntil: given.validFrom },
      { reason: "  " },
      { kinds: [] },
      { scopeId: given.delegateId },
    ])
      expect(delegationSchema.safeParse({ ...given, ...wrong }).success).toBe(false)
  })
})

describe("the confirmation", () => {
  const given: Confirmation = { confirmFor: "r", askedAt: NOW, by: "oidc", at: NOW }
  it.each<[string, Confirmation | null, string | true]>([
    ["in the same second as it was asked", { ...given, askedAt: "2026-10-13T07:40:00.900Z" }, true],
    ["none", null, "Confirm who you are"],
    ["asked and not given", { ...given, by: null }, "Confirm who you are"],
    ["for another request", { ...given, confirmFor: "q" }, "Confirm who you are"],
    ["without a time", { ...given, at: null }, "no auth_time"],
    ["older than the question", { ...given, at: "2026-10-13T07:39:59.000Z" }, "did not ask you again"],
    ["in the future", { ...given, at: "2026-10-13T07:40:02.000Z" }, "in the future"],
  ])("%s", (_name, confirmation, expected) => {
    const verdict = mayTrust(confirmation, "r", "2026-10-13T07:40:01.000Z")
    if (expected === true) expect(verdict).toEqual({ ok: true })
    else expect(verdict).toMatchObject({ ok: false, reason: expect.stringContaining(expected) })
  })

  it("lasts five minutes to the millisecond", () => {
    expect(mayTrust(given, "r", "2026-10-13T07:45:00.000Z").ok).toBe(true)
    expect(mayTrust(given, "r", "2026-10-13T07:45:00.001Z").ok).toBe(false)
  })
})

describe("what ends by its own date", () => {
  it.each(["open", "changes_requested"] as const)("is closed at that instant while it is %s", (state) => {
    const at = (now: string) => closedReason({ ...decision().request, state, endsAt: NOW }, now)
    expect(at("2026-10-13T07:39:59.999Z") ?? "").not.toContain("has ended")
    expect(at(NOW)).toContain("has ended meanwhile; ask again")
  })

  it("keeps the words of its decision", () => {
    const request = { ...decision().request, state: "approved" as const, endsAt: NOW }
    expect(closedReason(request, NOW)).toBe("This request was approved already")
    expect(mayDecide(decision({}, { endsAt: NOW }))).toMatchObject({ ok: false })
  })
})

describe("the registry", () => {
  it("names permissions that exist, which the auditor does not hold and no kind lacks a holder of", () => {
    for (const kind of ALL_KINDS) {
      const roles: readonly string[] = PERMISSIONS[APPROVAL_KINDS[kind].permission].roles
      expect(roles.length, kind).toBeGreaterThan(0)
      expect(roles, kind).not.toContain("auditor")
      expect(ROLES).toEqual(expect.arrayContaining([...roles]))
    }
  })
})

describe("a reminder", () => {
  it("goes out once in 24 hours, by the requester, while it is open", () => {
    const open = { state: "open" as const, requestedBy: "asker", remindedAt: null, endsAt: null }
    expect(mayRemind(open, "asker", NOW).ok).toBe(true)
    expect(mayRemind(open, "ann", NOW).ok).toBe(false)
    expect(mayRemind({ ...open, state: "approved" }, "asker", NOW).ok).toBe(false)
    expect(mayRemind({ ...open, endsAt: NOW }, "asker", NOW).ok).toBe(false)
    expect(mayRemind({ ...open, remindedAt: "2026-10-12T07:40:00.001Z" }, "asker", NOW).ok).toBe(false)
    expect(mayRemind({ ...open, remindedAt: "2026-10-12T07:40:00.000Z" }, "asker", NOW).ok).toBe(true)
  })
})
