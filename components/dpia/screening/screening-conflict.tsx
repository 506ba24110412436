import { Button } from "@/components/ui/button"
import { Icon } from "@/components/ui/icon"
import type { ScreeningChanges } from "@/server/dpia/domain/screening-input"
import type { ScreeningDetails } from "@/server/dpia/domain/screening-row"
import { clashesOf } from "./prepare-screening"

type Props = {
  conflict: { changes: ScreeningChanges; theirs: ScreeningDetails }
  onSettle: (mine: boolean) => void
}

/** Somebody else saved in the meantime: both are shown, and one is chosen. */
export function ScreeningConflict({ conflict, onSettle }: Props) {
  const clashes = clashesOf(conflict.changes, conflict.theirs)
  return (
    <div className="clash" role="alert">
      <p>
        <Icon name="warning" className="warning" /> <b>Somebody else saved in the meantime.</b> Choose what is
        kept.
      </p>
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
      <span className="flex gap-2">
        <Button size="small" onClick={() => onSettle(false)}>
          Keep what is saved
        </Button>
        <Button size="small" onClick={() => onSettle(true)}>
          Keep mine
        </Button>
      </span>
    </div>
  )
}
