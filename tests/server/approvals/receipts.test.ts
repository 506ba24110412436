import { beforeAll, describe, expect, it } from "vitest"
import { getApproval } from "@/server/approvals/get-approval"
import { getReceipt } from "@/server/approvals/get-receipt"
import { createCheckpoint } from "@/server/audit/create-checkpoint"
import { getEvent } from "@/server/audit/get-event"
import { listEvents } from "@/server/audit/list-events"
import { verifyReceipt } from "@/server/audit/proof/verify-receipt"
import { openWorld, type TestWorkspace } from "@/tests/support/world"
import { giveAuditKey, note, tamper } from "../audit/trail"
import { beginApprovals, decide, type Person, submit } from "./approvals-world"

const world = openWorld()

let workspace: TestWorkspace
let author: Person
let officer: Person
let admin: Person

beforeAll(async () => {
  giveAuditKey()
  ;({ workspace, author, officer } = await beginApprovals(world))
  admin = await workspace.member("administrator")
})

async function signed() {
  const { requestId } = await submit(author, { required: 2 })
  await decide(world, officer, requestId, "review")
  await decide(world, officer, requestId)
  return { requestId, signatures: (await getApproval(author, { requestId })).signatures }
}

describe("the audit record of a signature", () => {
  it("is the one that names it and its seal, with number and hash", async () => {
    const { signatures } = await signed()
    const { events } = await listEvents(admin, { actions: ["approvals.decideApproval"], limit: 2 })
    for (const { id, seal, record, meaning } of signatures) {
      const event = events.find(({ summary }) =>
        summary.startsWith(meaning === "review" ? "Signed" : "Approved"),
      )!
      const { proof, after } = await getEvent(admin, { id: event.id })
      expect(after).toMatchObject({ signatureId: id, seal })
      expect(record).toEqual({ seq: proof!.seq, leaf: proof!.leaf, checkpoint: null })
    }
    expect(new Set(signatures.map(({ record }) => record?.seq)).size).toBe(2)
  })

  it("says that no checkpoint covers it yet, then names the first one that does", async () => {
    const { requestId, signatures } = await signed()
    const { id: signatureId, record } = signatures[1]!
    await expect(getReceipt(author, { requestId, signatureId })).rejects.toMatchObject({
      code: "RULE_BROKEN",
      message: `No signed checkpoint covers record ${record!.seq} yet; one is signed every hour`,
    })
    const first = await createCheckpoint(admin, {})
    await note(admin, { word: "later" })
    await createCheckpoint(admin, {})
    const { signatures: covered } = await getApproval(author, { requestId })
    expect(covered[1]!.record?.checkpoint).toEqual({ size: first!.size, createdAt: first!.createdAt })
  })
})

describe("the receipt of a signature", () => {
  it("verifies offline, is the same every time and holds the seal", async () => {
    const { requestId, signatures } = await signed()
    const checkpoint = await createCheckpoint(admin, {})
    for (const { id: signatureId, seal, record } of signatures) {
      const { fileName, text } = await getReceipt(author, { requestId, signatureId })
      expect(fileName).toBe(`receipt-record-${record!.seq}.json`)
      expect(verifyReceipt(text, { checkpoints: [checkpoint!.note] })).toMatchObject({
        ok: true,
        seq: record!.seq,
        size: checkpoint!.size,
        event: { action: "approvals.decideApproval", after: { signatureId, seal } },
      })
      await note(admin, { word: "later" })
      await createCheckpoint(admin, {})
      expect(await getReceipt(author, { requestId, signatureId })).toEqual({ fileName, text })
    }
  })

  it("is given for a signature of this request, in this workspace, to those who may see it", async () => {
    const { requestId, signatures } = await signed()
    const other = await signed()
    await createCheckpoint(admin, {})
    const signatureId = signatures[0]!.id
    await expect(getReceipt(author, { requestId: other.requestId, signatureId })).rejects.toThrow("not found")
    const stranger = await (await world.workspace()).member("administrator")
    await expect(getReceipt(stranger, { requestId, signatureId })).rejects.toMatchObject({
      code: "NOT_FOUND",
    })
    const elsewhere = await workspace.member("privacy_officer", { scopeType: "product", scopeId: requestId })
    await expect(getReceipt(elsewhere, { requestId, signatureId })).rejects.toMatchObject({
      code: "NOT_FOUND",
    })
  })

  it("is refused when a record before it was taken out of the trail, or its own was changed", async () => {
    const { requestId, signatures } = await signed()
    const { id: signatureId, record } = signatures[0]!
    await createCheckpoint(admin, {})
    const at = `workspace_id = '${workspace.id}' and seq = ${record!.seq}`
    const flip = `update audit_leaves set leaf = set_byte(leaf, 0, get_byte(leaf, 0) # 1) where ${at}`
    await tamper(world, flip)
    await expect(getReceipt(author, { requestId, signatureId })).rejects.toMatchObject({
      code: "RULE_BROKEN",
      message: expect.stringContaining("its text does not fit its hash. Verify the audit trail"),
    })
    await tamper(world, flip)
    await expect(getReceipt(author, { requestId, signatureId })).resolves.toBeTruthy()
    const before = `workspace_id = '${workspace.id}' and seq = 2`
    await tamper(
      world,
      `create table kept as select * from audit_leaves where ${before}`,
      `delete from audit_leaves where ${before}`,
    )
    await expect(getReceipt(author, { requestId, signatureId })).rejects.toThrow("record 2 is missing")
    await tamper(world, "insert into audit_leaves select * from kept", "drop table kept")
  })
})
