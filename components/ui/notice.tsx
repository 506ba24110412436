import type { ReactNode } from "react"
import { classNames } from "./class-names"
import { Icon, type State } from "./icon"

/** One thing the page has to say before the rest: a bold statement, then the consequence. */
export function Notice({ state, children }: { state: State; children: ReactNode }) {
  return (
    <div className={classNames("notice", state)}>
      <Icon name={state} className={state} />
      <p className="muted">{children}</p>
    </div>
  )
}
