import { Button } from "@/components/ui/button"
import type { Criterion } from "@/server/scoring/domain/criterion"
import { formatInput } from "@/server/scoring/domain/format-score"
import { endsWords, scaleWords } from "../prepare-words"

type Props = {
  criterion: Criterion | undefined
  itemKey: string | undefined
  /** Its choices are answers, shown by their names alone. */
  named: boolean
  onChoose: ((value: number) => void) | undefined
}

/** What the focused criterion means, its ends, and its choices as buttons, docked below the grid. */
export function CriterionHelp({ criterion, itemKey, named, onChoose }: Props) {
  if (!criterion) {
    return (
      <div className="bulk criterion-help">
        <span className="hint">
          Tab, Enter and arrows move. Type a number, or the first letter of a choice; + and − step through
          choices. Esc takes back. Rows are saved as you go.
        </span>
      </div>
    )
  }
  const { scale } = criterion
  return (
    <div className="bulk criterion-help">
      <p>
        <b>{criterion.name}</b> <span className="muted">{criterion.help}</span>{" "}
        <span className="hint">
          {scaleWords(criterion)}. {endsWords(criterion)}
        </span>
      </p>
      {scale.kind === "choices" && itemKey && onChoose ? (
        <fieldset className="choices">
          <legend className="sr-only">
            {criterion.name} of {itemKey}
          </legend>
          {scale.choices.map(({ value, label }) => (
            <Button
              key={value}
              size="small"
              tabIndex={-1}
              // The cell keeps the focus, so that typing goes on where it was.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => onChoose(value)}
            >
              {named || label === formatInput(value) ? label : `${formatInput(value)} ${label}`}
            </Button>
          ))}
        </fieldset>
      ) : null}
    </div>
  )
}
