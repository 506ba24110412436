import type { State } from "@/components/ui/icon"
import type { SignatureMeaning } from "@/server/approvals/domain/approval"
import { MEANINGS } from "@/server/approvals/domain/approval"
import type { Approval, Signature, WayToDecide } from "../approval-data"

/** The verb on the button, and the words of the choice. */
export const DECISIONS: Record<SignatureMeaning, { choice: string; verb: string; done: string }> = {
  approval: { choice: "Approve", verb: "Sign approval", done: "Signed the approval" },
  rejection: { choice: "Reject", verb: "Sign rejection", done: "Signed the rejection" },
  changes: { choice: "Ask for changes", verb: "Sign request for changes", done: "Asked for changes" },
  review: { choice: "Only confirm that I have read it", verb: "Sign review", done: "Signed the review" },
}

/** What the reader may sign in this way, in the order of the form. */
export const openMeanings = (way: WayToDecide) => MEANINGS.filter((meaning) => way.may[meaning].ok)

/** Why the reader cannot approve in any way; undefined when they can in one. */
export function whyNot(ways: readonly WayToDecide[]): string | undefined {
  if (ways.some((way) => way.may.approval.ok)) return undefined
  const reasons = ways
    .map((way) => way.may.approval)
    .flatMap((verdict) => (verdict.ok ? [] : [verdict.reason]))
  // A delegation says more than the missing role of one's own.
  return reasons.at(-1)
}

const METHODS: Record<Signature["authMethod"], string> = {
  password: "the password",
  oidc: "a new sign-in at the provider",
}

/** "2026-10-13 07:40:00.000 UTC", to the millisecond, as it is sealed. */
export const sealedTime = (iso: string) => `${iso.slice(0, 10)} ${iso.slice(11, 23)} UTC`

export const confirmedWords = ({ authMethod, authTime }: Signature) =>
  `confirmed by ${METHODS[authMethod]} at ${sealedTime(authTime)}`

const PLACES: Record<Signature["scopeType"], string> = {
  workspace: "in the whole workspace",
  domain: "in the domain",
  product: "in the product",
}

export const placeWords = ({ scopeType }: Signature) => PLACES[scopeType]

/** "1 of 2 signed" and such, below the title. */
export function progressWords({ state, required, signatures }: Approval): string {
  const given = signatures.filter(({ meaning }) => meaning === "approval").length
  if (state !== "open") return `${given} of ${required} ${required === 1 ? "approval" : "approvals"} signed`
  return required === 1
    ? "One approval is needed"
    : `${given} of ${required} approvals signed, by different people`
}

/** How the audit record of a signature is proven: a word, and what it means. */
export function recordState(record: Signature["record"]): { look: State; word: string; words: string } {
  if (!record) return { look: "bad", word: "missing", words: "the audit trail holds no record of it" }
  if (!record.checkpoint) {
    const words = "no signed checkpoint covers it yet; one is signed every hour"
    return { look: "later", word: "not covered", words }
  }
  const { size, createdAt } = record.checkpoint
  const records = `${size.toLocaleString("en-GB")} ${size === 1 ? "record" : "records"}`
  return {
    look: "good",
    word: "covered",
    words: `by the checkpoint over ${records}, signed ${sealedTime(createdAt)}`,
  }
}

/** Whether content and seals are as they were signed. */
export function integrityOf({ contentMatches, signatures }: Approval): { ok: boolean; words: string } {
  const broken = signatures.filter((signature) => !signature.sealMatches || !signature.contentMatches).length
  if (!contentMatches) return { ok: false, words: "The content does not match its hash: it was altered" }
  if (broken > 0)
    return { ok: false, words: `${broken} of ${signatures.length} signatures do not match their seals` }
  return {
    ok: true,
    words:
      signatures.length === 0
        ? "Content hash matches"
        : `Content hash and ${signatures.length === 1 ? "the seal" : `all ${signatures.length} seals`} match`,
  }
}
