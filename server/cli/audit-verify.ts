import { createReadStream } from "node:fs"
import { readFile } from "node:fs/promises"
import { parseArgs } from "node:util"
import { PROOF_DOES_NOT_SHOW, PROOF_SHOWS, RECEIPT_DOES_NOT_SHOW } from "@/server/audit/domain/proof-limits"
import type { VerificationFailure } from "@/server/audit/domain/verification"
import { MAX_RECEIPT, RECEIPT_FIRST_LINE } from "@/server/audit/proof/receipt"
import { type ExportVerification, type HeldOutside, verifyExport } from "@/server/audit/proof/verify-export"
import { type ReceiptVerification, verifyReceipt } from "@/server/audit/proof/verify-receipt"
import { readUtf8Lines } from "./read-lines"

export const AUDIT_VERIFY_USAGE = `plumbline audit verify FILE [--key KEY]... [--checkpoint FILE]... [--json]

Checks an audit export (NDJSON) or the receipt of one record (JSON) without a database or a network; "-" reads
standard input.
  --key KEY          a public key you hold yourself, as text or as a file; then only such keys count
  --checkpoint FILE  a signed checkpoint you kept from an earlier day
  --json             print the result as JSON
Exit code: 0 verified, 1 something is wrong, 2 the check could not be made.`

export type CommandOutput = { code: 0 | 1 | 2; text: string }

/** Runs the command; never throws. `code` is the exit code, `text` what to print (2: to standard error). */
export async function auditVerify(args: readonly string[]): Promise<CommandOutput> {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        key: { type: "string", multiple: true, default: [] },
        checkpoint: { type: "string", multiple: true, default: [] },
        json: { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
      },
    })
    if (values.help) return { code: 0, text: AUDIT_VERIFY_USAGE }
    const [file, ...more] = positionals
    if (file === undefined || more.length > 0) return { code: 2, text: AUDIT_VERIFY_USAGE }
    const keys = await Promise.all(values.key.map(keyText))
    const checkpoints = await Promise.all(values.checkpoint.map((path) => readFile(path, "utf8")))
    const input = file === "-" ? process.stdin : createReadStream(file, { highWaterMark: 1 << 20 })
    const { result, say } = await verifyLines(readUtf8Lines(input), { keys, checkpoints })
    const text = values.json ? JSON.stringify(result, null, 2) : say(file)
    return { code: result.ok ? 0 : 1, text }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return { code: 2, text: `The check could not be made: ${why}\n\n${AUDIT_VERIFY_USAGE}` }
  }
}

/** A receipt shows by its first line. A longer text than any receipt is read no further: it is none. */
async function verifyLines(lines: AsyncGenerator<string>, held: HeldOutside) {
  const first = await lines.next()
  if (first.value !== RECEIPT_FIRST_LINE) {
    const result = await verifyExport(withFirst(first, lines), held)
    return { result, say: (file: string) => describeExport(file, result) }
  }
  let text = `${RECEIPT_FIRST_LINE}\n`
  for await (const line of lines) {
    text += `${line}\n`
    if (text.length > MAX_RECEIPT) break
  }
  const result = verifyReceipt(text, held)
  return { result, say: (file: string) => describeReceipt(file, result) }
}

async function* withFirst(
  first: IteratorResult<string>,
  rest: AsyncGenerator<string>,
): AsyncGenerator<string> {
  if (!first.done) yield first.value
  yield* rest
}

/** A key as given, or the contents of the file it names. */
async function keyText(given: string): Promise<string> {
  try {
    return (await readFile(given, "utf8")).trim()
  } catch {
    return given
  }
}

function describeFailure(file: string, { line, reason, seq, message }: VerificationFailure): string {
  const where = line === undefined ? "" : ` (line ${line})`
  const what = reason.replace("_", " ")
  return `NOT VERIFIED: ${file}\n  First problem: ${what}${seq === null ? "" : `, record ${seq}`}${where}\n  ${message}`
}

const trustWords = (ownKeys: boolean) =>
  ownKeys
    ? "Signatures checked with the key you gave."
    : "Signatures checked with the keys named in the file itself; give --key to use one you hold."

function describeReceipt(file: string, result: ReceiptVerification): string {
  if (!result.ok) return describeFailure(file, result)
  const { seq, size, root, event, heldCheckpoints } = result
  const { occurredAt, actor, action, summary, workspaceId } = event
  return [
    `VERIFIED: ${file}`,
    `  Record ${seq} of workspace ${workspaceId}, ${occurredAt}`,
    `  ${actor.name}: ${summary} (${action})`,
    `  It stands unaltered among the ${size} records that the signed checkpoint covers.`,
    `  ${trustWords(result.ownKeys)}`,
    ...(heldCheckpoints === 0 ? [] : ["  Agrees with the checkpoint held by you."]),
    `  Root of the checkpoint: ${root}`,
    "",
    "It does not show:",
    ...RECEIPT_DOES_NOT_SHOW.map((line) => `  - ${line}`),
  ].join("\n")
}

function describeExport(file: string, result: ExportVerification): string {
  if (!result.ok) return describeFailure(file, result)
  const { records, fromSeq, toSeq, checkpoints } = result
  const range = records === 0 ? "no records yet" : `${records} records (${fromSeq} to ${toSeq})`
  return [
    `VERIFIED: ${file}`,
    `  ${result.workspaceName} (${result.workspaceId}), exported ${result.exportedAt}`,
    `  ${range}, complete and unaltered; ${countText(checkpoints, "signed checkpoint")}.`,
    `  ${trustWords(result.ownKeys)}`,
    ...(result.heldCheckpoints === 0
      ? []
      : [`  Agrees with ${countText(result.heldCheckpoints, "checkpoint")} held by you.`]),
    `  Chain hash after the last record: ${result.head}`,
    "",
    "This shows:",
    ...PROOF_SHOWS.map((line) => `  - ${line}`),
    "It does not show:",
    ...PROOF_DOES_NOT_SHOW.map((line) => `  - ${line}`),
  ].join("\n")
}

function countText(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`
}
