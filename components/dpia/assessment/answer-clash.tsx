import { Button } from "@/components/ui/button"
import { Icon } from "@/components/ui/icon"
import type { AnswerRow } from "@/server/dpia/domain/assessment-row"

type Props = { theirs: AnswerRow; onTheirs: () => void; onMine: () => void; onBoth: () => void }

/** Two people wrote the same answer: theirs is shown, mine is in the field below. */
export function AnswerClash({ theirs, onTheirs, onMine, onBoth }: Props) {
  return (
    <div className="clash" role="alert">
      <p>
        <Icon name="warning" className="warning" />{" "}
        <b>{theirs.by?.name ?? "Somebody else"} saved another text in the meantime.</b> Theirs is here, yours
        is below.
      </p>
      <blockquote className="theirs">{theirs.text || "Nothing: the text was removed."}</blockquote>
      <span className="flex flex-wrap gap-2">
        <Button size="small" onClick={onTheirs}>
          Keep theirs
        </Button>
        <Button size="small" onClick={onMine}>
          Keep mine
        </Button>
        <Button size="small" onClick={onBoth}>
          Put theirs below mine
        </Button>
      </span>
    </div>
  )
}
