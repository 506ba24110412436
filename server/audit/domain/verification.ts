/** What can be wrong with an audit trail. */
export type VerificationReason =
  | "altered"
  | "missing"
  | "reordered"
  | "truncated"
  | "bad_checkpoint"
  | "malformed"

/** The first thing wrong: `seq` is the position of the record (null: the header), `line` counts from 1 in a file. */
export type VerificationFailure = {
  ok: false
  seq: number | null
  line?: number
  reason: VerificationReason
  message: string
}

export type VerificationSuccess = {
  ok: true
  records: number
  fromSeq: number
  /** Number of the last record; 0 in an empty log. */
  toSeq: number
  checkpoints: number
  /** Records up to here are covered by a signed checkpoint; later ones by the chain alone. */
  coveredTo: number
  /** Chain hash (hex) after the last record. */
  head: string
}

export type Verification = VerificationSuccess | VerificationFailure

export function failure(
  reason: VerificationReason,
  seq: number | null,
  message: string,
  line?: number,
): VerificationFailure {
  return line === undefined ? { ok: false, seq, reason, message } : { ok: false, seq, line, reason, message }
}

/** "record 5", "records 5 to 9" */
export function recordsText(from: number, to: number): string {
  return from >= to ? `record ${from}` : `records ${from} to ${to}`
}
