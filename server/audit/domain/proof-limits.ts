/** What the audit proof shows, and what it does not; said on the page and by the command. */
export const PROOF_SHOWS = [
  "No record between the first and the last one was changed, removed, added or moved after it was written.",
  "Every signed checkpoint was made over exactly these records.",
] as const

const PROOF_NEEDS_OUTSIDE =
  "That nobody who holds both the database and the signing key rewrote everything: only a checkpoint or a public key kept outside, given to this check, reveals that."

export const PROOF_DOES_NOT_SHOW = [
  "That what a record says is true: it shows what was written, not whether it was right.",
  "That everything was recorded: an act that never reached Plumbline leaves no record.",
  PROOF_NEEDS_OUTSIDE,
  "That records newer than the last checkpoint you hold are still there.",
] as const

/** What the receipt of one record leaves open. */
export const RECEIPT_DOES_NOT_SHOW = [
  PROOF_DOES_NOT_SHOW[0],
  "That other records are complete and unaltered: for that, verify an export.",
  PROOF_NEEDS_OUTSIDE,
] as const
