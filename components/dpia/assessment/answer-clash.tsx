import { SavedMeanwhile } from "@/components/ui/saved-meanwhile"
import type { AnswerRow } from "@/server/dpia/domain/assessment-row"

type Props = { theirs: AnswerRow; onTheirs: () => void; onMine: () => void; onBoth: () => void }

/** Two people wrote the same answer: theirs is shown, mine is in the field below. */
export function AnswerClash({ theirs, onTheirs, onMine, onBoth }: Props) {
  return (
    <SavedMeanwhile
      statement={`${theirs.by?.name ?? "Somebody else"} saved another text in the meantime.`}
      rest="Theirs is here, yours is below."
      choices={[
        { label: "Keep theirs", choose: onTheirs },
        { label: "Keep mine", choose: onMine },
        { label: "Put theirs below mine", choose: onBoth },
      ]}
    >
      <blockquote className="theirs">{theirs.text || "Nothing: the text was removed."}</blockquote>
    </SavedMeanwhile>
  )
}
