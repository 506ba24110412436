import { counted, figure } from "@/server/kernel/domain/counted"
import { type ControlReading, readingWords } from "@/server/privacy/domain/control-reading"

type CheckFacts = {
  /** Kinds of deliverable with a published Definition of Done, and how many of them require the check now. */
  published: number
  requiredIn: number
  /** Checklists in use that ask for it, those on which it held when it was last looked at, and done work without it. */
  asked: number
  met: number
  doneWithout: number
}

/** What a control shows that stands on a check: it holds when no Definition of Done leaves it out and no done work lacks it. */
export function checkReading({ published, requiredIn, asked, met, doneWithout }: CheckFacts): ControlReading {
  if (published === 0) return { state: "unknown", words: "No Definition of Done is published" }
  const words = readingWords(
    `required in ${requiredIn} of ${counted(published, "Definition of Done", "Definitions of Done")}`,
    asked > 0 ? `met on ${figure(met)} of ${counted(asked, "checklist")}` : "asked on no checklist yet",
    doneWithout > 0 && `${figure(doneWithout)} done without it`,
  )
  if (requiredIn === 0 || doneWithout > 0) return { state: "bad", words }
  if (requiredIn < published) return { state: "warning", words }
  return { state: asked > 0 ? "good" : "unknown", words }
}
