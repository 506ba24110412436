import { errorMessage } from "@/components/api/errors"
import { Icon } from "@/components/ui/icon"
import type { SaveState } from "./use-autosave"

const WORDS: Record<Exclude<SaveState, "failed">, string> = {
  idle: "",
  waiting: "Not saved yet",
  saving: "Saving",
  saved: "Saved",
}

/** Says below a field whether what was typed is kept. */
export function SaveNote({ state, error }: { state: SaveState; error: unknown }) {
  if (state === "failed") {
    return (
      <p className="save-note bad" role="alert">
        <Icon name="bad" /> Not saved: {errorMessage(error)}
      </p>
    )
  }
  return <output className="save-note">{WORDS[state]}</output>
}
