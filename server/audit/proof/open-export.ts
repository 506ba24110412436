import { failure, type VerificationFailure } from "../domain/verification"
import { isOriginOf } from "./checkpoint"
import { type ExportHeader, sealText, unsealedText } from "./export-format"
import { GENESIS, sha256 } from "./leaf"
import { parseHeaderLine } from "./parse-export"
import { NoteError, openNote } from "./signed-note"
import { loadPublicKey } from "./signing-key"
import { parseVerifierKey, type VerifierKey, verifierKey } from "./verifier-key"

/** A header that is well formed and sealed; `keys` are the ones to check everything else with. */
export type OpenedHeader = { ok: true; header: ExportHeader; keys: VerifierKey[]; ownKeys: boolean }

/**
 * Reads the first line. `trusted` are public keys held outside (verifier-key text, PEM or base64); when
 * given, only they count, otherwise the keys the export itself names.
 */
export function openExportHeader(
  line: string | undefined,
  trusted: readonly string[],
): OpenedHeader | VerificationFailure {
  if (line === undefined || line === "") return malformed("the file is empty")
  if (line.endsWith("\r"))
    return malformed("its line ends were converted; download it again and keep it as it is")
  const parsed = parseHeaderLine(line)
  if (parsed === null) return malformed("the first line is not an untouched header of an audit export")
  const { header, seal } = parsed
  const problem = impossible(header)
  if (problem !== null) return malformed(problem)
  const named = parseKeys(header)
  if (named === null) return malformed("the header names damaged keys or keys of another workspace")
  const keys = trusted.length === 0 ? named : trusted.flatMap((text) => trustedKeys(text, named))
  return checkSeal(header, seal, keys) ?? { ok: true, header, keys, ownKeys: trusted.length > 0 }
}

function malformed(why: string): VerificationFailure {
  return failure("malformed", null, `This is not a complete audit export: ${why}.`, 1)
}

/** What no exporter writes, sealed or not. */
function impossible({ fromSeq, toSeq, prevHash, prefix, checkpoints }: ExportHeader): string | null {
  const start = fromSeq - 1
  if (start === 0 && prevHash !== GENESIS.toString("hex")) return "a log starts from zeros"
  const bits = [...start.toString(2)].filter((bit) => bit === "1").length
  if (prefix.length !== bits) return "the header does not carry the tree before its first record"
  if (checkpoints.at(-1) !== toSeq) return "no checkpoint covers its last record"
  const ascending = checkpoints.every((size, index) => size >= (checkpoints[index - 1] ?? start))
  return ascending ? null : "its checkpoints are not in order"
}

function parseKeys(header: ExportHeader): VerifierKey[] | null {
  try {
    const keys = header.keys.map(parseVerifierKey)
    return keys.every((key) => isOriginOf(key.name, header.workspaceId)) ? keys : null
  } catch {
    return null
  }
}

/** A key held outside (any text form); one given without a name counts under each name the log has used. */
export function trustedKeys(text: string, named: readonly VerifierKey[]): VerifierKey[] {
  if (text.includes("+") && text.includes("/audit/")) return [parseVerifierKey(text.trim())]
  const publicKey = loadPublicKey(text)
  return [...new Set(named.map((key) => key.name))].map((name) => verifierKey(name, publicKey))
}

function checkSeal(
  header: ExportHeader,
  seal: string,
  keys: readonly VerifierKey[],
): VerificationFailure | null {
  const bad = (why: string) => failure("bad_checkpoint", null, `The header's seal is not valid: ${why}.`, 1)
  try {
    const { text, signedBy } = openNote(seal, keys)
    if (!isOriginOf(signedBy.name, header.workspaceId)) return bad(`it is for another log, ${signedBy.name}`)
    if (text === sealText(signedBy.name, sha256(unsealedText(header)))) return null
    return failure("altered", null, "The header was altered: it does not fit its seal.", 1)
  } catch (error) {
    if (error instanceof NoteError) return bad(error.message)
    throw error
  }
}
