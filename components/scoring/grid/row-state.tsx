import { Button } from "@/components/ui/button"
import { StateWord } from "@/components/ui/state-word"
import type { RowDraft } from "./score-drafts"

type Props = {
  draft: RowDraft | undefined
  otherCount: number
  othersShown: boolean
  /** The version one's own values were carried over from. */
  carriedFrom: number | null
  refusal: string | undefined
  onRetry: () => void
  onConflict: () => void
}

/** Whether the row is saved, or who else has scored it. */
export function RowState(props: Props) {
  const { draft, otherCount, othersShown, carriedFrom, refusal, onRetry, onConflict } = props
  if (draft?.phase === "failed") {
    return (
      <Button size="small" title={draft.message} onClick={onRetry}>
        <StateWord state="bad">Not saved, try again</StateWord>
      </Button>
    )
  }
  if (draft?.phase === "conflict") {
    return (
      <Button size="small" title={draft.message} onClick={onConflict}>
        <StateWord state="warning">Two versions, choose</StateWord>
      </Button>
    )
  }
  if (draft?.phase === "waiting" || draft?.phase === "saving") return <span className="hint">Saving</span>
  if (draft?.phase === "saved") return <StateWord state="good">Saved</StateWord>
  if (refusal)
    return (
      <span className="hint" title={refusal}>
        You may not score it
      </span>
    )
  if (carriedFrom !== null) return <span className="hint">Carried over from version {carriedFrom}</span>
  if (otherCount === 0) return <span className="hint">No other scorer</span>
  const people = otherCount === 1 ? "1 other" : `${otherCount} others`
  return <span className="hint">{othersShown ? people : `${people}, shown once you have scored`}</span>
}
