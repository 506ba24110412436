import type { ReactNode } from "react"
import { conflictWith } from "@/components/api/errors"
import { SavedMeanwhile } from "@/components/ui/saved-meanwhile"

type Refused = { refusal: unknown; goOn: () => void }
type Saved = { title: string; version: number }

/**
 * The notice of a form whose row somebody else saved meanwhile: what is written here can be put on top of it. Undefined
 * when nobody did. `show` lays out what they saved.
 */
export function mineOnTop<T extends Saved>(
  form: Refused,
  setVersion: (version: number) => void,
  show?: (theirs: T) => ReactNode,
): ReactNode | undefined {
  const theirs = conflictWith<T>(form.refusal)
  if (!theirs) return undefined
  const choose = () => {
    setVersion(theirs.version)
    form.goOn()
  }
  return (
    <SavedMeanwhile
      statement={`Somebody else saved “${theirs.title}” in the meantime.`}
      rest="Yours is below."
      choices={[{ label: "Save mine on top", choose }]}
    >
      {show?.(theirs)}
    </SavedMeanwhile>
  )
}
