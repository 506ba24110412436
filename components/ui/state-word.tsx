import type { ReactNode } from "react"
import { classNames } from "./class-names"
import { Icon, type State } from "./icon"

/** A state inside a table or a sentence: shape, word, colour, without a tint. */
export function StateWord({ state, children }: { state: State; children: ReactNode }) {
  return (
    <span className={classNames("st", state)}>
      <Icon name={state} />
      {children}
    </span>
  )
}
