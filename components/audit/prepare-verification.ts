import type {
  Verification,
  VerificationReason,
  VerificationSuccess,
} from "@/server/audit/domain/verification"
import { counted } from "@/server/kernel/domain/counted"

const REASONS: Record<VerificationReason, string> = {
  altered: "altered",
  missing: "missing",
  reordered: "out of order",
  truncated: "cut off",
  bad_checkpoint: "checkpoint not valid",
  malformed: "not readable",
}

/** The result of a check as a headline and a sentence. */
export function verificationWords(result: Verification): { headline: string; details: string } {
  if (!result.ok) {
    const where = result.seq === null ? "" : ` at record ${result.seq.toLocaleString("en-GB")}`
    return { headline: `Not in order: ${REASONS[result.reason]}${where}.`, details: result.message }
  }
  if (result.records === 0) return { headline: "In order.", details: "Nothing has been recorded yet." }
  return {
    headline: `In order: ${counted(result.records, "record")}, complete and unaltered.`,
    details: coverage(result),
  }
}

function coverage({ checkpoints, coveredTo, toSeq }: VerificationSuccess): string {
  if (coveredTo === 0) return "No checkpoint has been signed yet."
  const signed = `${counted(checkpoints, "signed checkpoint")} ${checkpoints === 1 ? "covers" : "cover"}`
  const rest = toSeq - coveredTo
  if (rest === 0) return `${signed} all of them.`
  const last = rest === 1 ? "the last record is" : `the last ${counted(rest, "record")} are`
  return `${signed} the first ${coveredTo.toLocaleString("en-GB")}; ${last} held by the chain alone.`
}

/** The page's line of state. */
export function trailState(records: number, lastSize: number | undefined): string {
  if (records === 0) return "Nothing has been recorded yet."
  const total = counted(records, "record")
  if (lastSize === undefined) return `${total}. No checkpoint has been signed yet.`
  return `${total}. The last signed checkpoint covers ${lastSize.toLocaleString("en-GB")}.`
}
