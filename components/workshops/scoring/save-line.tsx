"use client"
import type { ScoreDrafts } from "@/components/scoring/grid/score-drafts"
import { useUnsaved } from "@/components/scoring/grid/use-score-drafts"
import { Button } from "@/components/ui/button"
import { StateWord } from "@/components/ui/state-word"

/** Whether everything is saved, spoken when it changes. */
export function SaveLine({ drafts }: { drafts: ScoreDrafts }) {
  const { unsaved, failed } = useUnsaved(drafts)
  return (
    <p className="save-line">
      <output className="hint">
        {failed > 0 ? (
          <StateWord state="bad">
            {failed === 1 ? "1 item is not saved" : `${failed} items are not saved`}, kept on this device
          </StateWord>
        ) : unsaved > 0 ? (
          "Saving"
        ) : (
          "Everything is saved"
        )}
      </output>
      {failed > 0 ? (
        <Button size="small" onClick={drafts.retryAll}>
          Try again
        </Button>
      ) : null}
    </p>
  )
}
