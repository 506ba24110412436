"use client"
import { Button } from "@/components/ui/button"
import type { ListEntry } from "@/server/dpia/domain/assessment-fields"
import { measurePicks } from "./prepare-risks"
import { useAssessment } from "./use-assessment"

type Props = { label: string; chosen: readonly ListEntry[]; onChange?: (entries: ListEntry[]) => void }

/** Which measures of the assessment work against a risk; entries that name none are kept until they are removed. */
export function MeasurePicker({ label, chosen, onChange }: Props) {
  const { assessment } = useAssessment()
  if (!onChange) {
    if (chosen.length === 0) return <p className="muted">No measure named.</p>
    return (
      <ul className="entries">
        {chosen.map(({ text, measureId }) => (
          <li key={measureId ?? text}>{text}</li>
        ))}
      </ul>
    )
  }
  const picks = measurePicks(assessment.measures, chosen)
  if (picks.length === 0) return <p className="muted">Describe measures first, in part 3.1.</p>
  const without = (entry: ListEntry) =>
    chosen.filter((other) =>
      entry.measureId ? other.measureId !== entry.measureId : other.text !== entry.text,
    )
  return (
    <fieldset className="picks">
      <legend className="sr-only">{label}</legend>
      {picks.map(({ entry, chosen: on, known }) =>
        known ? (
          <label key={entry.measureId} className="check">
            <input
              type="checkbox"
              checked={on}
              onChange={() => onChange(on ? without(entry) : [...chosen, entry])}
            />
            <span>{entry.text}</span>
          </label>
        ) : (
          <p key={entry.text}>
            {entry.text} <span className="hint">is not among the measures</span>{" "}
            <Button
              size="small"
              variant="quiet"
              aria-label={`Remove ${entry.text}`}
              onClick={() => onChange(without(entry))}
            >
              Remove
            </Button>
          </p>
        ),
      )}
    </fieldset>
  )
}
