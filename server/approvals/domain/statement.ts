import type { SignatureMeaning } from "./approval"

/** What these signatures are and are not, on the page and on paper. */
export const SIGNATURE_NOTICE =
  "A simple electronic signature (eIDAS Art. 3(10)) with a sealed content hash; neither advanced nor qualified (AdES/QES), and not “Part 11 validated”."

type Signed = { statement: string; subjectName: string; subjectVersion: number }

/** The exact words that a signature of each meaning declares; shown before signing and kept with it. */
export function statementFor(meaning: SignatureMeaning, request: Signed): string {
  const what = `${request.subjectName}, v${request.subjectVersion}`
  if (meaning === "approval") return request.statement
  if (meaning === "rejection") return `I do not approve ${what}, for the reason in my note.`
  if (meaning === "changes") return `I ask for the changes in my note before ${what} can be approved.`
  return `I have read ${what}. This is no approval.`
}
