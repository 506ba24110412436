import { beforeAll, describe, expect, it } from "vitest"
import { decideApproval } from "@/server/approvals/decide-approval"
import { getApproval } from "@/server/approvals/get-approval"
import { getReceipt } from "@/server/approvals/get-receipt"
import { remindApprovers } from "@/server/approvals/remind-approvers"
import { createCheckpoint } from "@/server/audit/create-checkpoint"
import { verifyReceipt } from "@/server/audit/proof/verify-receipt"
import { verifyTrail } from "@/server/audit/verify-trail"
import { newId } from "@/server/kernel/domain/id"
import { openWorld, type TestWorkspace } from "@/tests/support/world"
import { giveAuditKey } from "../audit/trail"
import {
  at,
  beginApprovals,
  confirmed,
  decide,
  delegate,
  edit,
  minutes,
  type Person,
  rowOf,
  submit,
} from "./approvals-world"

const world = openWorld()

let workspace: TestWorkspace
let author: Person
let officer: Person
let second: Person

beforeAll(async () => {
  giveAuditKey()
  ;({ workspace, author, officer, second } = await beginApprovals(world))
})

/** The server's clock was ten minutes ahead, and was then set right. */
const AHEAD = minutes(10)

describe("a clock that was set back", () => {
  it("makes a confirmation from its future worthless, and a new one good", async () => {
    const { requestId } = await submit(at(author, AHEAD))
    const { contentSha256 } = await rowOf(world, workspace.id, requestId)
    const early = await confirmed(world, at(officer, AHEAD), requestId)
    const sign = decideApproval(at(early, minutes(0)), { requestId, meaning: "approval", contentSha256 })
    await expect(sign).rejects.toThrow("lies in the future")
    expect(await decide(world, officer, requestId)).toMatchObject({ state: "approved" })
  })

  it("neither revives what was outdated nor lets anybody count twice", async () => {
    const subjectId = newId()
    const { requestId } = await submit(at(author, AHEAD), { subjectId, required: 2 })
    await decide(world, at(officer, AHEAD), requestId)
    await expect(decide(world, officer, requestId)).rejects.toThrow("everybody counts once")
    await expect(decide(world, author, requestId)).rejects.toMatchObject({ code: "FORBIDDEN" })
    expect(await decide(world, second, requestId)).toMatchObject({ state: "approved", approvals: 2 })
    expect(await edit(author, subjectId, 2)).toBe(1)
    await expect(decide(world, second, requestId)).rejects.toMatchObject({ code: "CONFLICT" })
    expect((await rowOf(world, workspace.id, requestId)).state).toBe("outdated")
  })

  it("lets no delegation begin early, and no reminder go out twice", async () => {
    const deputy = await workspace.member("data_engineer")
    const { requestId } = await submit(author)
    const given = { validFrom: AHEAD, validUntil: minutes(90) }
    const { id: delegationId } = await delegate(at(officer, AHEAD), deputy, given)
    const sign = decide(world, deputy, requestId, "approval", { delegationId })
    await expect(sign).rejects.toThrow("has not begun")
    await remindApprovers(at(author, AHEAD), { requestId })
    await expect(remindApprovers(author, { requestId })).rejects.toThrow("one a day is enough")
  })

  it("leaves every seal, the trail and its receipts as they were", async () => {
    const admin = await workspace.member("administrator")
    const { requestId } = await submit(at(author, AHEAD), { required: 2 })
    await decide(world, at(officer, AHEAD), requestId)
    await decide(world, second, requestId)
    await createCheckpoint(admin, {})
    const { signatures } = await getApproval(author, { requestId })
    expect(signatures.map(({ sealMatches }) => sealMatches)).toEqual([true, true])
    for (const { id: signatureId } of signatures) {
      const { text } = await getReceipt(author, { requestId, signatureId })
      expect(verifyReceipt(text).ok).toBe(true)
    }
    expect(await verifyTrail(admin, {})).toMatchObject({ ok: true })
  })
})
