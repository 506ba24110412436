import { createReadStream } from "node:fs"
import { readFile } from "node:fs/promises"
import { parseArgs } from "node:util"
import { PROOF_DOES_NOT_SHOW, PROOF_SHOWS } from "@/server/audit/domain/proof-limits"
import { type ExportVerification, verifyExport } from "@/server/audit/proof/verify-export"
import { readUtf8Lines } from "./read-lines"

export const AUDIT_VERIFY_USAGE = `plumbline audit verify FILE [--key KEY]... [--checkpoint FILE]... [--json]

Checks an audit export (NDJSON, "-" reads standard input) without a database or a network.
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
    const result = await verifyExport(readUtf8Lines(input), { keys, checkpoints })
    const text = values.json ? JSON.stringify(result, null, 2) : describeResult(file, result)
    return { code: result.ok ? 0 : 1, text }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return { code: 2, text: `The check could not be made: ${why}\n\n${AUDIT_VERIFY_USAGE}` }
  }
}

/** A key as given, or the contents of the file it names. */
async function keyText(given: string): Promise<string> {
  try {
    return (await readFile(given, "utf8")).trim()
  } catch {
    return given
  }
}

function describeResult(file: string, result: ExportVerification): string {
  if (!result.ok) {
    const where = result.line === undefined ? "" : ` (line ${result.line})`
    const what = result.reason.replace("_", " ")
    return `NOT VERIFIED: ${file}\n  First problem: ${what}${result.seq === null ? "" : `, record ${result.seq}`}${where}\n  ${result.message}`
  }
  const { records, fromSeq, toSeq, checkpoints } = result
  const range = records === 0 ? "no records yet" : `${records} records (${fromSeq} to ${toSeq})`
  const trust = result.ownKeys
    ? "Signatures checked with the key you gave."
    : "Signatures checked with the keys named in the file itself; give --key to use one you hold."
  return [
    `VERIFIED: ${file}`,
    `  ${result.workspaceName} (${result.workspaceId}), exported ${result.exportedAt}`,
    `  ${range}, complete and unaltered; ${countText(checkpoints, "signed checkpoint")}.`,
    `  ${trust}`,
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
