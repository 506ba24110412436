import type { ReactNode } from "react"
import { Button } from "./button"
import { Icon } from "./icon"

type Props = {
  /** Who did what. */
  statement: string
  /** What stands where. */
  rest?: string
  /** What they saved. */
  children?: ReactNode
  /** What can be kept: theirs, mine, both. */
  choices: readonly { label: string; choose: () => void }[]
}

/** Somebody else saved what is being written here: nothing is lost, and the reader chooses what is kept. */
export function SavedMeanwhile({ statement, rest, children, choices }: Props) {
  return (
    <div className="clash" role="alert">
      <p>
        <Icon name="warning" className="warning" /> <b>{statement}</b> {rest}
      </p>
      {children}
      <span className="flex flex-wrap gap-2">
        {choices.map(({ label, choose }) => (
          <Button key={label} size="small" onClick={choose}>
            {label}
          </Button>
        ))}
      </span>
    </div>
  )
}
