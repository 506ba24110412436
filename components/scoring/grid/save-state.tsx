"use client"
import { useSyncExternalStore } from "react"
import { Button } from "@/components/ui/button"
import { StateWord } from "@/components/ui/state-word"
import type { ScoreDrafts } from "./score-drafts"

/** `noun`: what a row is called here; `note`: what is said besides when some are not saved. */
type Props = { drafts: ScoreDrafts; noun: string; note?: string }

/** The state of saving of everything scored here, spoken when it changes. */
export function SaveState({ drafts, noun, note = "" }: Props) {
  const unsaved = useSyncExternalStore(drafts.subscribe, drafts.unsaved, () => 0)
  const failed = useSyncExternalStore(drafts.subscribe, drafts.failed, () => 0)
  return (
    <>
      <output className="hint">
        {failed > 0 ? (
          <StateWord state="bad">
            {failed === 1 ? `1 ${noun} is not saved` : `${failed} ${noun}s are not saved`}
            {note}
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
    </>
  )
}
