import { describe, expect, it } from "vitest"
import { openCheckpoint } from "@/server/audit/proof/checkpoint"
import { parseVerifierKey } from "@/server/audit/proof/verifier-key"
import {
  type AuditRow,
  type CheckpointRow,
  type RecordsToVerify,
  verifyRecords,
} from "@/server/audit/proof/verify-records"
import * as sample from "./audit-sample"

const key = sample.newKey()
const keys = [parseVerifierKey(sample.keyText(key))]
const chain = sample.sampleChain(20)
const head = { seq: 20, chainHash: chain[19]?.chain as string }

const rows: AuditRow[] = chain.map(({ seq, id, text, leaf, prev, chain: chainHash, columns = {} }) => ({
  seq,
  eventId: id,
  prevHash: prev,
  chainHash,
  event: { canonical: text, leaf, columns },
}))

const checkpoints: CheckpointRow[] = [12, 5, 18].map((size) => {
  const note = sample.noteOver(chain, size, key)
  return { size, note, root: openCheckpoint(note, keys).root.toString("hex") }
})

const check = (changed: Partial<RecordsToVerify>) =>
  verifyRecords({ workspaceId: sample.WORKSPACE, rows, checkpoints, keys, head, ...changed })

const withRow = (index: number, change: (row: AuditRow) => AuditRow) =>
  rows.with(index, change(structuredClone(rows[index] as AuditRow)))

/** The event of one row with the leaf of another: what stands in the chain is left as it was. */
const withLeaf = (from: AuditRow, to: AuditRow) => from.event && { ...from.event, leaf: to.event!.leaf }

function flip(text: string, at: number): string {
  const bytes = Buffer.from(text)
  bytes[at % bytes.length] = (bytes[at % bytes.length] as number) ^ 1
  return bytes.toString()
}

describe("verifyRecords", () => {
  it("verifies what is untouched, with and without head and checkpoints", async () => {
    const result = { ok: true, records: 20, checkpoints: 3, coveredTo: 18, head: head.chainHash }
    expect(await check({})).toMatchObject(result)
    expect(await check({ head: undefined, checkpoints: [] })).toMatchObject({ ok: true, coveredTo: 0 })
    const nothing = { seq: 0, chainHash: "0".repeat(64) }
    expect(await check({ rows: [], head: nothing, checkpoints: [] })).toMatchObject({ ok: true, records: 0 })
  })

  it("reports one flipped byte in every column of every row at that record", async () => {
    for (const [index, row] of rows.entries()) {
      const at = (index * 37) % 60
      const own: ((row: AuditRow) => AuditRow)[] = [
        (it) => ({ ...it, eventId: flip(it.eventId, at) }),
        (it) => ({ ...it, prevHash: flip(it.prevHash, at) }),
        (it) => ({ ...it, chainHash: flip(it.chainHash, at) }),
        (it) => ({ ...it, event: it.event && { ...it.event, canonical: flip(it.event.canonical, at) } }),
        (it) => ({ ...it, event: it.event && { ...it.event, leaf: flip(it.event.leaf, at) } }),
      ]
      for (const change of own) {
        const result = await check({ rows: withRow(index, change) })
        expect(result).toMatchObject({ ok: false, seq: index + 1 })
      }
      for (const [column, value] of Object.entries(row.event?.columns ?? {})) {
        const changed = typeof value === "string" ? flip(value, at) : { flipped: value }
        const result = await check({
          rows: withRow(index, (it) => {
            if (it.event) it.event.columns = { ...it.event.columns, [column]: changed }
            return it
          }),
        })
        expect(result, column).toMatchObject({ ok: false, seq: index + 1, reason: "altered" })
      }
    }
  })

  it("reports every single position of the text and the hashes", async () => {
    const text = rows[2]?.event?.canonical as string
    for (let at = 0; at < Buffer.byteLength(text); at++) {
      const changed = withRow(2, (it) => ({
        ...it,
        event: it.event && { ...it.event, canonical: flip(text, at) },
      }))
      expect(await check({ rows: changed })).toMatchObject({ reason: "altered", seq: 3 })
    }
  })

  it.each<[string, (a: AuditRow, b: AuditRow) => [AuditRow, AuditRow]]>([
    [
      "events",
      (a, b) => [
        { ...a, event: withLeaf(b, a) },
        { ...b, event: withLeaf(a, b) },
      ],
    ],
    [
      "events with ids",
      (a, b) => [
        { ...a, eventId: b.eventId, event: withLeaf(b, a) },
        { ...b, eventId: a.eventId, event: withLeaf(a, b) },
      ],
    ],
    [
      "events with ids and leaves",
      (a, b) => [
        { ...a, eventId: b.eventId, event: b.event },
        { ...b, eventId: a.eventId, event: a.event },
      ],
    ],
    [
      "numbers",
      (a, b) => [
        { ...b, seq: a.seq },
        { ...a, seq: b.seq },
      ],
    ],
  ])("reports swapped %s as reordered, at the first of the two", async (_what, swap) => {
    for (const [first, second] of [
      [0, 1],
      [4, 5],
      [4, 12],
      [0, 19],
      [18, 19],
    ] as const) {
      const [one, two] = swap(rows[first]!, rows[second]!)
      const result = await check({ rows: rows.with(first, one).with(second, two) })
      expect(result).toMatchObject({ ok: false, reason: "reordered", seq: first + 1 })
      expect(result).toMatchObject({ message: expect.stringContaining(`stands as record ${second + 1}`) })
    }
  })

  it("reports three that changed places as reordered, and a copy as altered", async () => {
    const moved = (to: number, from: number): AuditRow => ({
      ...rows[to]!,
      event: withLeaf(rows[from]!, rows[to]!),
    })
    const turned = rows.with(3, moved(3, 7)).with(7, moved(7, 11)).with(11, moved(11, 3))
    expect(await check({ rows: turned })).toMatchObject({ reason: "reordered", seq: 4 })
    expect(await check({ rows: rows.with(3, moved(3, 7)) })).toMatchObject({ reason: "altered", seq: 4 })
  })

  it("tells removed, renumbered and cut records apart", async () => {
    for (let at = 0; at < 19; at++) {
      expect(await check({ rows: rows.toSpliced(at, 1) })).toMatchObject({ reason: "missing", seq: at + 1 })
      const orphan = withRow(at, (it) => ({ ...it, event: null }))
      expect(await check({ rows: orphan })).toMatchObject({ reason: "missing", seq: at + 1 })
    }
    for (let cut = 1; cut <= 20; cut++) {
      const cutRows = { rows: rows.slice(0, 20 - cut) }
      expect(await check(cutRows)).toMatchObject({ reason: "truncated", seq: 21 - cut })
      const last = 20 - cut
      const headToo = {
        ...cutRows,
        head: { seq: last, chainHash: rows[last - 1]?.chainHash ?? "0".repeat(64) },
      }
      const expected = last < 18 ? { reason: "truncated", seq: last + 1 } : { ok: true, coveredTo: 18 }
      expect(await check(headToo)).toMatchObject(expected)
    }
  })

  it("compares the head row", async () => {
    expect(await check({ head: { ...head, seq: 19 } })).toMatchObject({ reason: "altered", seq: 20 })
    expect(await check({ head: { ...head, chainHash: flip(head.chainHash, 3) } })).toMatchObject({ seq: 20 })
  })

  it("reports altered checkpoints and keys that do not fit", async () => {
    const [one, two, three] = checkpoints as [CheckpointRow, CheckpointRow, CheckpointRow]
    const change = (changed: CheckpointRow) => check({ checkpoints: [changed, two, three] })
    expect(await change({ ...one, note: flip(one.note, 90) })).toMatchObject({
      reason: "bad_checkpoint",
      seq: 12,
    })
    expect(await change({ ...one, root: flip(one.root, 9) })).toMatchObject({
      reason: "bad_checkpoint",
      seq: 12,
    })
    expect(await change({ ...one, size: 13 })).toMatchObject({ reason: "bad_checkpoint", seq: 13 })
    const other = parseVerifierKey(sample.keyText(sample.newKey()))
    expect(await check({ keys: [other] })).toMatchObject({ reason: "bad_checkpoint", seq: 5 })
  })

  it("finds a chain rewritten from one record on by the next checkpoint", async () => {
    const forged = sample.chainOf(
      chain.map((_row, index) => sample.sampleEvent(index === 7 ? 99 : index + 1)),
    )
    const rewritten = forged.map(({ seq, id, text, leaf, prev, chain: chainHash, columns = {} }) => ({
      seq,
      eventId: id,
      prevHash: prev,
      chainHash,
      event: { canonical: text, leaf, columns },
    }))
    const newHead = { seq: 20, chainHash: forged[19]?.chain as string }
    const result = await check({ rows: rewritten, head: newHead })
    expect(result).toMatchObject({ reason: "bad_checkpoint", seq: 6 })
    expect(result.ok ? "" : result.message).toContain("records 6 to 12")
  })

  it("reports rows of another workspace and hashes that are none", async () => {
    const other = await check({ workspaceId: sample.OTHER_WORKSPACE, checkpoints: [] })
    expect(other).toMatchObject({ reason: "altered", seq: 1 })
    const short = withRow(4, (it) => ({ ...it, chainHash: "00" }))
    expect(await check({ rows: short })).toMatchObject({ reason: "malformed", seq: 5 })
  })
})
