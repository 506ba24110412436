import { StateWord } from "@/components/ui/state-word"
import type { ItemProgress } from "./done-data"
import { missingTitle, missingWords } from "./prepare-checklist"

/** What a card says of its Definition of Done: how many required checks are missing, and which. */
export function DoneMark({ progress }: { progress: ItemProgress | undefined }) {
  const words = progress && missingWords(progress)
  if (!words) return null
  const all = missingTitle(progress)
  return (
    <span title={all}>
      <StateWord state="later">
        {words}
        <span className="sr-only">. {all}</span>
      </StateWord>
    </span>
  )
}
