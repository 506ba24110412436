import { SavedMeanwhile } from "@/components/ui/saved-meanwhile"
import type { ScreeningChanges } from "@/server/dpia/domain/screening-input"
import type { ScreeningDetails } from "@/server/dpia/domain/screening-row"
import { clashesOf } from "./prepare-screening"

type Props = {
  conflict: { changes: ScreeningChanges; theirs: ScreeningDetails }
  onSettle: (mine: boolean) => void
}

/** Somebody else saved the screening: both are shown, and one is chosen. */
export function ScreeningConflict({ conflict, onSettle }: Props) {
  const clashes = clashesOf(conflict.changes, conflict.theirs)
  return (
    <SavedMeanwhile
      statement="Somebody else saved in the meantime."
      rest="Choose what is kept."
      choices={[
        { label: "Keep what is saved", choose: () => onSettle(false) },
        { label: "Keep mine", choose: () => onSettle(true) },
      ]}
    >
      <dl>
        {clashes.map(({ field, mine, theirs }) => (
          <div key={field}>
            <dt>{field}</dt>
            <dd>
              Saved: <b>{theirs}</b>
            </dd>
            <dd>
              Mine: <b>{mine}</b>
            </dd>
          </div>
        ))}
      </dl>
    </SavedMeanwhile>
  )
}
