import { columnsOf } from "@/server/audit/domain/event-columns"
import { checkpointOrigin, signCheckpoint } from "@/server/audit/proof/checkpoint"
import type { ExportRecord } from "@/server/audit/proof/export-format"
import { chainHash, GENESIS, leafHash } from "@/server/audit/proof/leaf"
import { merkleRoot } from "@/server/audit/proof/merkle"
import { generateSigningKey, loadSigningKey, type SigningKey } from "@/server/audit/proof/signing-key"
import { verifierKey, verifierKeyText } from "@/server/audit/proof/verifier-key"
import { writeExport } from "@/server/audit/proof/write-export"
import { type AuditEvent, eventText } from "@/server/kernel/domain/audit-event"

export const WORKSPACE = "0199d9f0-0000-7000-8000-000000000001"
export const OTHER_WORKSPACE = "0199d9f0-0000-7000-8000-000000000002"
export const ORIGIN = checkpointOrigin("plumbline.example", WORKSPACE)

export function newKey(): SigningKey {
  return loadSigningKey(generateSigningKey().privatePem)
}

export function keyText(key: SigningKey, origin = ORIGIN): string {
  return verifierKeyText(verifierKey(origin, key.publicKey))
}

export function sampleEvent(number: number, workspaceId = WORKSPACE): AuditEvent {
  return {
    v: 1,
    id: `0199d9f0-0000-7000-9000-${String(number).padStart(12, "0")}`,
    workspaceId,
    occurredAt: new Date(Date.UTC(2026, 9, 13, 7, 40, number)).toISOString(),
    actor: { type: "user", id: "u1", name: "Inès Moreau", onBehalfOf: { id: "u2", name: "Karin Aalto" } },
    action: "backlog.rankItem",
    outcome: number % 7 === 0 ? "denied" : "success",
    targets: [{ type: "item", id: `i${number}`, name: `FUL-${number}` }],
    summary: `Inès Moreau moved FUL-${number} “up” 🚚`,
    context: { requestId: `r${number}`, ip: "10.0.0.1", userAgent: "Firefox" },
    before: { rank: "a1", 10: true, 9: null },
    after: { rank: "a0", score: 0.5 + number },
  }
}

export function chainOf(events: readonly AuditEvent[]): ExportRecord[] {
  let prev: Buffer = GENESIS
  return events.map((event, index) => {
    const text = eventText(event)
    const leaf = leafHash(text)
    const chain = chainHash(prev, leaf)
    const [before, id] = [prev.toString("hex"), event.id]
    prev = chain
    const hashes = { leaf: leaf.toString("hex"), prev: before, chain: chain.toString("hex") }
    return { seq: index + 1, id, text, ...hashes, columns: columnsOf(event) }
  })
}

export function sampleChain(length: number): ExportRecord[] {
  return chainOf(Array.from({ length }, (_, index) => sampleEvent(index + 1)))
}

export function leavesOf(records: readonly ExportRecord[]): Buffer[] {
  return records.map((record) => Buffer.from(record.leaf, "hex"))
}

export function noteOver(records: readonly ExportRecord[], size: number, key: SigningKey): string {
  return signCheckpoint({ origin: ORIGIN, size, root: merkleRoot(leavesOf(records.slice(0, size))) }, key)
}

/** Export lines of a chain with checkpoints at the given sizes; the last one must be its length. */
export async function exportOf(
  records: readonly ExportRecord[],
  sizes: readonly number[],
  key: SigningKey,
): Promise<string[]> {
  const source = {
    workspaceId: WORKSPACE,
    workspaceName: "Northmark Retail",
    exportedAt: "2026-10-14T06:00:00.000Z",
    origin: ORIGIN,
    keys: [keyText(key)],
    fromSeq: 1,
    toSeq: records.length,
    prevHash: GENESIS.toString("hex"),
    prefix: [],
    notes: sizes.map((size) => noteOver(records, size, key)),
    records,
  }
  return collect(writeExport(source, key))
}

export async function* asLines(lines: Iterable<string>): AsyncGenerator<string> {
  yield* lines
}

/** Two chunks, so that a line is cut in the middle of the file. */
export async function* asChunks(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  const middle = Math.floor(bytes.length / 2)
  yield bytes.subarray(0, middle)
  yield bytes.subarray(middle)
}

export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const item of items) all.push(item)
  return all
}
