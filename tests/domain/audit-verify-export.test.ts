import { describe, expect, it } from "vitest"
import { appendLeaf, emptyRange } from "@/server/audit/proof/compact-range"
import type { ExportRecord } from "@/server/audit/proof/export-format"
import { checkpointLine, recordLine } from "@/server/audit/proof/export-format"
import { chainHash, leafHash } from "@/server/audit/proof/leaf"
import { type HeldOutside, verifyExport } from "@/server/audit/proof/verify-export"
import { writeExport } from "@/server/audit/proof/write-export"
import { readUtf8Lines } from "@/server/cli/read-lines"
import * as sample from "./audit-sample"

const key = sample.newKey()
const LENGTH = 20
const chain = sample.sampleChain(LENGTH)
const SIZES = [8, 16, LENGTH]
const lines = await sample.exportOf(chain, SIZES, key)
const check = (changed: Iterable<string>, held?: HeldOutside) => verifyExport(sample.asLines(changed), held)

/** Lines: header, records from line 2, checkpoints. */
const withRecords = (records: readonly ExportRecord[]) => [
  lines[0] as string,
  ...records.map(recordLine),
  ...lines.slice(1 + LENGTH),
]

describe("an untouched export", () => {
  it("is verified", async () => {
    expect(await check(lines)).toMatchObject({
      ok: true,
      records: LENGTH,
      toSeq: LENGTH,
      checkpoints: 3,
      coveredTo: LENGTH,
      head: chain.at(-1)?.chain,
      workspaceName: "Northmark Retail",
      ownKeys: false,
    })
  })

  it("may be empty, or begin in the middle", async () => {
    expect(await check(await sample.exportOf([], [0], key))).toMatchObject({ ok: true, records: 0 })
    for (const fromSeq of [2, 6, 9, 20]) {
      const range = emptyRange()
      for (const leaf of sample.leavesOf(chain.slice(0, fromSeq - 1))) appendLeaf(range, leaf)
      const source = {
        workspaceId: sample.WORKSPACE,
        workspaceName: "Northmark Retail",
        exportedAt: "2026-10-14T06:00:00.000Z",
        origin: sample.ORIGIN,
        keys: [sample.keyText(key)],
        fromSeq,
        toSeq: LENGTH,
        prevHash: chain[fromSeq - 2]?.chain ?? "",
        prefix: range.nodes.map((node) => node.toString("hex")),
        notes: [sample.noteOver(chain, LENGTH, key)],
        records: chain.slice(fromSeq - 1),
      }
      const part = await sample.collect(writeExport(source, key))
      expect(await check(part)).toMatchObject({ ok: true, fromSeq, records: LENGTH - fromSeq + 1 })
      const held = sample.noteOver(chain, LENGTH, key)
      expect(await check(part, { checkpoints: [held] })).toMatchObject({ ok: true, heldCheckpoints: 1 })
    }
  })
})

describe("a flipped byte", () => {
  const MASKS = [0x01, 0x20, 0x80] as const

  /** Changes one byte of the file at a time and expects the report at the line it stands in. */
  async function flipAll(
    content: readonly string[],
    sizes: readonly number[],
    step: number,
  ): Promise<number> {
    const file = Buffer.from(`${content.join("\n")}\n`)
    const records = content.length - 1 - sizes.length
    let flips = 0
    for (const [line, from] of lineStarts(content).entries()) {
      const seq = line === 0 ? null : line <= records ? line : sizes[line - 1 - records]
      const end = from + Buffer.byteLength(content[line] as string)
      for (let at = from + (line % step); at <= end; at += step) {
        const bytes = Buffer.from(file)
        bytes[at] = (file[at] as number) ^ (MASKS[at % MASKS.length] as number)
        const result = await verifyExport(readUtf8Lines(sample.asChunks(bytes)))
        if (result.ok || result.seq !== seq || result.line !== line + 1) {
          expect.fail(`byte ${at - from} of line ${line + 1}: ${JSON.stringify(result)}`)
        }
        flips += 1
      }
    }
    return flips
  }

  it("anywhere in a short export is reported at its record", { timeout: 120_000 }, async () => {
    const short = await sample.exportOf(chain.slice(0, 3), [1, 3], key)
    expect(await flipAll(short, [1, 3], 1)).toBe(Buffer.byteLength(short.join("\n")) + 1)
  })

  it("in every line of a longer one is reported at its record", { timeout: 120_000 }, async () => {
    expect(await flipAll(lines, SIZES, 37)).toBeGreaterThan(800)
  })
})

function lineStarts(content: readonly string[]): number[] {
  let at = 0
  return content.map((line) => {
    const start = at
    at += Buffer.byteLength(line) + 1
    return start
  })
}

describe("records", () => {
  it("removed from the end are missed, however many", async () => {
    for (let cut = 1; cut <= LENGTH; cut++) {
      const kept = LENGTH - cut
      const expected = { ok: false, reason: "truncated", seq: kept + 1 }
      expect(await check(withRecords(chain.slice(0, kept)))).toMatchObject(expected)
      expect(await check(lines.slice(0, kept + 1))).toMatchObject(expected)
    }
    expect(await check(lines.slice(0, -1))).toMatchObject({ reason: "truncated", seq: LENGTH })
  })

  it("cut in the middle of a record are truncated there", async () => {
    const half = (lines[8] as string).slice(0, 300)
    expect(await check([...lines.slice(0, 8), half])).toMatchObject({ reason: "truncated", seq: 8 })
  })

  it("removed elsewhere are missing", async () => {
    for (let at = 0; at < LENGTH - 1; at++) {
      expect(await check(withRecords(chain.toSpliced(at, 1)))).toMatchObject({
        reason: "missing",
        seq: at + 1,
      })
      const renumbered = chain.toSpliced(at, 1).map((record, index) => ({ ...record, seq: index + 1 }))
      expect(await check(withRecords(renumbered))).toMatchObject({ reason: "missing", seq: at + 1 })
    }
    const gap = await check(withRecords(chain.toSpliced(4, 3)))
    expect(gap).toMatchObject({
      reason: "missing",
      seq: 5,
      message: expect.stringContaining("records 5 to 7"),
    })
  })

  it("swapped, moved or doubled are reordered", async () => {
    for (let at = 0; at < LENGTH - 1; at++) {
      const [one, two] = chain.slice(at, at + 2) as [ExportRecord, ExportRecord]
      const swapped = chain.toSpliced(at, 2, two, one)
      expect(await check(withRecords(swapped))).toMatchObject({ reason: "reordered", seq: at + 1 })
      const doubled = chain.toSpliced(at + 1, 0, one)
      expect(await check(withRecords(doubled))).toMatchObject({ reason: "reordered", seq: at + 2 })
    }
    const last = chain.at(-1) as ExportRecord
    expect(await check(withRecords([...chain, last]))).toMatchObject({ reason: "reordered", seq: LENGTH })
    const [third, sixth] = [chain[2], chain[5]] as [ExportRecord, ExportRecord]
    const renumbered = chain.with(2, { ...sixth, seq: 3 }).with(5, { ...third, seq: 6 })
    expect(await check(withRecords(renumbered))).toMatchObject({ reason: "reordered", seq: 3, line: 4 })
    const moved = [...chain.slice(0, 4), ...chain.slice(5), chain[4] as ExportRecord]
    expect(await check(withRecords(moved))).toMatchObject({ reason: "reordered", seq: 5 })
  })

  it("rewritten with their own hashes are altered, or found by the checkpoint", async () => {
    const original = chain[4] as ExportRecord
    const text = original.text.replace("FUL-5", "FUL-6")
    const leaf = leafHash(text)
    const link = chainHash(Buffer.from(original.prev, "hex"), leaf).toString("hex")
    const { columns: _, ...bare } = original
    const forged = { ...bare, text, leaf: leaf.toString("hex"), chain: link }
    expect(await check(withRecords(chain.with(4, forged)))).toMatchObject({
      reason: "altered",
      seq: 5,
      line: 6,
    })
    const events = chain.map((_record, index) => sample.sampleEvent(index === 10 ? 99 : index + 1))
    expect(await check(withRecords(sample.chainOf(events)))).toMatchObject({
      reason: "bad_checkpoint",
      seq: 9,
    })
  })

  it("of another workspace, or added at the end, are found", async () => {
    const events = chain.map((_record, index) =>
      sample.sampleEvent(index + 1, index === 3 ? sample.OTHER_WORKSPACE : sample.WORKSPACE),
    )
    const foreign = await sample.exportOf(sample.chainOf(events), [LENGTH], key)
    expect(await check(foreign)).toMatchObject({ reason: "altered", seq: 4 })
    const longer = sample.sampleChain(LENGTH + 1)
    expect(await check(withRecords(longer))).toMatchObject({ reason: "altered", seq: LENGTH + 1 })
    expect(await check([...lines, ""])).toMatchObject({ reason: "malformed" })
  })
})

describe("the owner rewriting everything", () => {
  const stolen = sample.newKey()
  const events = chain.map((_record, index) => sample.sampleEvent(index === 2 ? 99 : index + 1))
  const forged = sample.chainOf(events)
  const held = { keys: [sample.keyText(key)], checkpoints: [sample.noteOver(chain, 8, key)] }

  it("is believed without anything held outside, and says so", async () => {
    const rewritten = await sample.exportOf(forged, [LENGTH], stolen)
    expect(await check(rewritten)).toMatchObject({ ok: true, ownKeys: false })
  })

  it("is found by a key held outside, and by a checkpoint held outside", async () => {
    const rewritten = await sample.exportOf(forged, [LENGTH], stolen)
    expect(await check(rewritten, { keys: held.keys })).toMatchObject({ reason: "bad_checkpoint" })
    expect(await check(rewritten, { checkpoints: held.checkpoints })).toMatchObject({
      reason: "bad_checkpoint",
    })
    const sameKey = await sample.exportOf(forged, [LENGTH], key)
    expect(await check(sameKey, { keys: held.keys })).toMatchObject({ ok: true, ownKeys: true })
    expect(await check(sameKey, held)).toMatchObject({ reason: "bad_checkpoint", seq: 1 })
  })

  it("and cutting the newest records is found by a newer checkpoint", async () => {
    const shorter = await sample.exportOf(chain.slice(0, 15), [15], key)
    const newest = sample.noteOver(chain, LENGTH, key)
    expect(await check(shorter)).toMatchObject({ ok: true })
    expect(await check(shorter, { checkpoints: [newest] })).toMatchObject({ reason: "truncated", seq: 16 })
  })
})

describe("header and checkpoints", () => {
  it("cannot be exchanged", async () => {
    const other = await sample.exportOf(chain, [LENGTH], sample.newKey())
    expect(await check([other[0] as string, ...lines.slice(1)])).toMatchObject({ reason: "bad_checkpoint" })
    const note = checkpointLine(sample.noteOver(forgedChain(), 8, key))
    expect(await check(lines.with(LENGTH + 1, note))).toMatchObject({ reason: "bad_checkpoint", seq: 1 })
    const swapped = [...lines.slice(0, LENGTH + 1), ...lines.slice(LENGTH + 1).reverse()]
    expect(await check(swapped)).toMatchObject({ reason: "bad_checkpoint", seq: 8 })
  })

  it.each([
    ["nothing", []],
    ["an empty line", [""]],
    ["a list", ["[1]"]],
    ["deep nesting", ["[".repeat(100_000)]],
    ["converted line ends", [`${lines[0]}\r`]],
  ])("%s is malformed", async (_name, content) => {
    expect(await check(content)).toMatchObject({ ok: false, reason: "malformed", seq: null, line: 1 })
  })

  it("deep nesting in a record is malformed, not a crash", async () => {
    const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`
    const line = `${recordLine({ ...(chain[0] as ExportRecord), columns: {} }).slice(0, -2)}"after":${deep}}}`
    expect(await check(lines.with(1, line))).toMatchObject({ reason: "malformed", seq: 1, line: 2 })
  })
})

function forgedChain(): ExportRecord[] {
  return sample.chainOf(chain.map((_record, index) => sample.sampleEvent(index + 100)))
}
