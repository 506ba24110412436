import type { ReactNode } from "react"
import { classNames } from "./class-names"
import { Icon, type State } from "./icon"

/** A state on a tint: shape, word, colour. Without a state it is a plain label. */
export function Chip({ state, children }: { state?: State; children: ReactNode }) {
  return (
    <span className={classNames("chip", state)}>
      {state ? <Icon name={state} /> : null}
      {children}
    </span>
  )
}
