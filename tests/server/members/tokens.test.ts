import { describe, expect, it } from "vitest"
import type { Permission } from "@/server/kernel/domain/permissions"
import { createToken } from "@/server/members/create-token"
import { getAccount } from "@/server/members/get-account"
import { inviteMember } from "@/server/members/invite-member"
import { listMembers } from "@/server/members/list-members"
import { listTokens } from "@/server/members/list-tokens"
import { revokeGrant } from "@/server/members/revoke-grant"
import { revokeToken } from "@/server/members/revoke-token"
import { openWorld } from "@/tests/support/world"
import { byToken, later, newEmail, trail, WHOLE } from "./callers"

const world = openWorld()
const DAY = 24 * 60
const asked = {
  name: "Nightly import",
  permissions: ["backlog.read", "backlog.import"] as Permission[],
  expiresInDays: 30,
}

describe("an API token", () => {
  it("shows its secret once and acts for its owner, within its limits", async () => {
    const workspace = await world.workspace()
    const admin = await workspace.member("administrator")
    const { id, secret } = await createToken(admin, { ...asked, permissions: ["members.read"] })
    expect(secret).toMatch(/^plb_[\w-]{43}$/)
    const machine = await byToken(world, secret)
    expect(await listMembers(machine, {})).toHaveLength(1)
    const invite = inviteMember(machine, {
      email: newEmail(),
      role: "auditor",
      ...WHOLE,
      reason: "Reads along",
    })
    await expect(invite).rejects.toMatchObject({ code: "FORBIDDEN" })
    await expect(getAccount(machine, {})).rejects.toMatchObject({ code: "FORBIDDEN" })
    const { tokens } = await listTokens(admin, {})
    expect(tokens).toMatchObject([{ id, name: "Nightly import", hint: secret.slice(0, 8), revokedAt: null }])
    expect(tokens[0]?.lastUsedAt).not.toBeNull()
    expect(JSON.stringify(tokens)).not.toContain(secret)
    expect((await trail(world, workspace.id)).map((event) => event.text).join()).not.toContain(secret)
  })

  it("carries nothing that its owner does not hold, at creation and at use", async () => {
    const workspace = await world.workspace()
    const admin = await workspace.member("administrator")
    const engineer = await workspace.member("data_engineer")
    const beyond = createToken(engineer, { ...asked, permissions: ["backlog.read", "members.manage"] })
    await expect(beyond).rejects.toMatchObject({ details: { issues: [{ path: "permissions" }] } })
    const { secret } = await createToken(engineer, { ...asked, permissions: ["members.read"] })
    const grant = (await listMembers(admin, {})).find((member) => member.id === engineer.userId)?.grants[0]
    await revokeGrant(admin, { grantId: grant?.id ?? "", reason: "Moved on" })
    await expect(listMembers(await byToken(world, secret), {})).rejects.toMatchObject({ code: "FORBIDDEN" })
  })

  it("makes no further tokens", async () => {
    const admin = await (await world.workspace()).member("administrator")
    const { secret } = await createToken(admin, { ...asked, permissions: ["tokens.manage"] })
    const again = createToken(await byToken(world, secret), { ...asked, permissions: ["tokens.manage"] })
    await expect(again).rejects.toMatchObject({ code: "RULE_BROKEN" })
  })

  it("lasts a year at most, and not a day longer than asked", async () => {
    const admin = await (await world.workspace()).member("administrator")
    for (const expiresInDays of [0, 366, 1.5]) {
      await expect(createToken(admin, { ...asked, expiresInDays })).rejects.toMatchObject({ code: "INVALID" })
    }
    const { secret } = await createToken(admin, { ...asked, expiresInDays: 1 })
    await byToken(world, secret, later(DAY - 1))
    await expect(byToken(world, secret, later(DAY))).rejects.toMatchObject({ code: "UNAUTHENTICATED" })
  })

  it("is refused at the next call once revoked", async () => {
    const admin = await (await world.workspace()).member("administrator")
    const { id, secret } = await createToken(admin, asked)
    await revokeToken(admin, { id })
    await expect(byToken(world, secret)).rejects.toMatchObject({ code: "UNAUTHENTICATED" })
    await expect(revokeToken(admin, { id })).rejects.toMatchObject({ code: "NOT_FOUND" })
  })

  it("is seen and revoked by its owner and by who may", async () => {
    const workspace = await world.workspace()
    const [admin, auditor] = [await workspace.member("administrator"), await workspace.member("auditor")]
    const [one, two] = [await workspace.member("data_engineer"), await workspace.member("data_engineer")]
    const { id } = await createToken(one, { ...asked, permissions: ["backlog.read"] })
    expect(await listTokens(two, {})).toEqual({ everybody: false, tokens: [] })
    expect((await listTokens(auditor, {})).tokens).toHaveLength(1)
    await expect(revokeToken(two, { id })).rejects.toMatchObject({ code: "FORBIDDEN" })
    await expect(revokeToken(auditor, { id })).rejects.toMatchObject({ code: "FORBIDDEN" })
    const elsewhere = await (await world.workspace()).member("administrator")
    await expect(revokeToken(elsewhere, { id })).rejects.toMatchObject({ code: "NOT_FOUND" })
    await revokeToken(admin, { id })
  })
})
