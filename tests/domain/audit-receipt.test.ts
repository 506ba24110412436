import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, describe, expect, it } from "vitest"
import { startPath } from "@/server/audit/proof/audit-path"
import { inclusionProof } from "@/server/audit/proof/merkle"
import { parseReceipt, type Receipt, receiptText } from "@/server/audit/proof/receipt"
import { verifyReceipt } from "@/server/audit/proof/verify-receipt"
import { auditVerify } from "@/server/cli/audit-verify"
import * as sample from "./audit-sample"

const key = sample.newKey()
const chain = sample.sampleChain(13)
const leaves = sample.leavesOf(chain)

function receiptOf(seq: number, size: number): string {
  const { id, text, leaf } = chain[seq - 1]!
  const path = inclusionProof(leaves.slice(0, size), seq - 1).map((node) => node.toString("hex"))
  const checkpoint = sample.noteOver(chain, size, key)
  return receiptText({
    workspaceId: sample.WORKSPACE,
    seq,
    id,
    text,
    leaf,
    path,
    checkpoint,
    key: sample.keyText(key),
  })
}

const file = receiptOf(5, 11)
/** The receipt with other members, written as it should be. */
const forged = (more: Partial<Receipt>) => verifyReceipt(receiptText({ ...parseReceipt(file)!, ...more }))

describe("the audit path of a record, leaf by leaf", () => {
  it("is the one of RFC 6962 for every place in every tree", () => {
    for (let size = 1; size <= 13; size++) {
      for (let index = 0; index < size; index++) {
        const walk = startPath(index, size)
        for (const leaf of leaves.slice(0, size)) walk.add(leaf)
        expect(walk.path()).toEqual(inclusionProof(leaves.slice(0, size), index))
      }
    }
  })

  it("is refused outside the tree and before its end", () => {
    expect(() => startPath(3, 3)).toThrow(RangeError)
    expect(() => startPath(0, 2).path()).toThrow("0 were given")
  })
})

describe("a receipt", () => {
  it("verifies for every record under every checkpoint, and in no other place", () => {
    for (let size = 1; size <= 13; size++) {
      for (let seq = 1; seq <= size; seq++) {
        const text = receiptOf(seq, size)
        expect(verifyReceipt(text)).toMatchObject({ ok: true, seq, size, ownKeys: false })
        for (const other of [seq - 1, seq + 1, size + 1]) {
          expect(verifyReceipt(text.replace(`"seq": ${seq},`, `"seq": ${other},`)).ok).toBe(false)
        }
      }
    }
  })

  it("fails for every single changed byte", () => {
    const bytes = Buffer.from(file)
    const passed: number[] = []
    for (let at = 0; at < bytes.length; at++) {
      for (const bit of [0x01, 0x20, 0x80]) {
        const changed = Buffer.from(bytes)
        changed[at] = changed[at]! ^ bit
        if (verifyReceipt(changed.toString("utf8")).ok) passed.push(at)
      }
    }
    expect(passed).toEqual([])
  })

  it.each([
    ["another text", { text: chain[5]!.text }, "its text does not fit its hash"],
    ["another record", { text: chain[5]!.text, leaf: chain[5]!.leaf }, "under the id of another record"],
    ["another whole record", { ...chain[5]! }, "not signed with it in this place"],
    ["a shorter path", { path: [] }, "not signed with it in this place"],
    ["another workspace", { workspaceId: sample.OTHER_WORKSPACE }, "it belongs to workspace"],
    [
      "an older checkpoint",
      { checkpoint: sample.noteOver(chain, 4, key) },
      "not signed with it in this place",
    ],
    ["another key", { key: sample.keyText(sample.newKey()) }, "not signed with any of the known keys"],
    ["a key of nobody", { key: "nonsense" }, "its key is damaged"],
    [
      "a checkpoint of another key",
      { checkpoint: sample.noteOver(chain, 11, sample.newKey()) },
      "known keys",
    ],
  ])("with %s says what is wrong", (_name, more, message) => {
    const { id, seq, text, leaf } = { ...parseReceipt(file)!, ...more }
    expect(forged({ ...more, id, seq, text, leaf })).toMatchObject({
      ok: false,
      message: expect.stringContaining(message),
    })
  })

  it("is checked with keys and a checkpoint held outside", () => {
    const own = sample.keyText(key)
    const same = sample.noteOver(chain, 11, key)
    expect(verifyReceipt(file, { keys: [own], checkpoints: [same] })).toMatchObject({
      ok: true,
      ownKeys: true,
    })
    expect(verifyReceipt(file, { keys: [sample.keyText(sample.newKey())] })).toMatchObject({ ok: false })
    const other = sample.noteOver(sample.chainOf(chain.map((_, i) => sample.sampleEvent(i + 2))), 11, key)
    expect(verifyReceipt(file, { checkpoints: [other] })).toMatchObject({
      ok: false,
      message: expect.stringContaining("contradicts the one you hold"),
    })
    expect(() => verifyReceipt(file, { checkpoints: [sample.noteOver(chain, 7, key)] })).toThrow(
      "only an export",
    )
  })
})

describe("plumbline audit verify of a receipt", () => {
  const folder = mkdtempSync(join(tmpdir(), "audit-receipt-"))
  afterAll(() => rmSync(folder, { recursive: true }))
  const save = (name: string, content: string | Buffer) => {
    writeFileSync(join(folder, name), content)
    return join(folder, name)
  }

  it("tells the record, its place and what is not shown", async () => {
    const { code, text } = await auditVerify([save("good.json", file), "--key", sample.keyText(key)])
    expect(code).toBe(0)
    expect(text).toContain("VERIFIED")
    expect(text).toContain("Record 5 of workspace")
    expect(text).toContain("moved FUL-5")
    expect(text).toContain("among the 11 records")
    expect(text).toContain("It does not show:")
  })

  it("names what was altered, and cannot compare it with a checkpoint of another size", async () => {
    const changed = save("bad.json", file.replace("FUL-5", "FUL-6"))
    expect(await auditVerify([changed])).toMatchObject({
      code: 1,
      text: expect.stringContaining("altered, record 5"),
    })
    const first = save("first.json", `[${file.slice(1)}`)
    expect(await auditVerify([first])).toMatchObject({
      code: 1,
      text: expect.stringContaining("NOT VERIFIED"),
    })
    const binary = save("binary.json", Buffer.concat([Buffer.from(file), Buffer.of(0xff)]))
    expect(await auditVerify([binary])).toMatchObject({ code: 1 })
    const held = save("old.checkpoint", sample.noteOver(chain, 7, key))
    expect(await auditVerify([save("good.json", file), "--checkpoint", held])).toMatchObject({ code: 2 })
  })
})
