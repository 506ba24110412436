import { HEX_HASH } from "./parse-export"

/**
 * Proof that one record stands in the log, to be kept with a document: the record's sealed text, its place, the audit
 * path to a signed checkpoint, and the key to check that with. Whatever is in it is bound by the signature, so that no
 * byte can be changed unseen. Hashes are hex.
 */
export type Receipt = {
  kind: "plumbline.audit.receipt"
  version: 1
  workspaceId: string
  /** Number of the record, from 1. */
  seq: number
  id: string
  text: string
  leaf: string
  /** Deepest sibling first (RFC 6962, 2.1.1). */
  path: string[]
  /** A signed note over `size` ≥ seq records. */
  checkpoint: string
  /** The public key that signed it, as verifier-key text. */
  key: string
}

/** What the first line of a receipt is; that of an export never is. */
export const RECEIPT_FIRST_LINE = "{"
/** In characters; a record's own text is far shorter. */
export const MAX_RECEIPT = 16 * 1024 * 1024

/** The file: JSON with two spaces, members in this order, one line break at the end. */
export function receiptText({
  workspaceId,
  seq,
  id,
  text,
  leaf,
  path,
  checkpoint,
  key,
}: Omit<Receipt, "kind" | "version">): string {
  const kind: Receipt["kind"] = "plumbline.audit.receipt"
  return `${JSON.stringify({ kind, version: 1, workspaceId, seq, id, text, leaf, path, checkpoint, key }, null, 2)}\n`
}

/** Null unless the file is byte for byte what `receiptText` writes. */
export function parseReceipt(file: string): Receipt | null {
  try {
    const receipt = JSON.parse(file) as Receipt
    const { kind, version, seq, path, ...texts } = receipt
    if (kind !== "plumbline.audit.receipt" || version !== 1 || !Number.isSafeInteger(seq) || seq < 1)
      return null
    if (!Array.isArray(path) || ![...path, receipt.leaf].every(isHash)) return null
    if (!Object.values(texts).every((text) => typeof text === "string")) return null
    return receiptText(receipt) === file ? receipt : null
  } catch {
    return null
  }
}

const isHash = (value: unknown) => typeof value === "string" && HEX_HASH.test(value)
