"use client"
import { createContext, type ReactNode, useContext } from "react"
import { Icon } from "./icon"

const ID = "shared-reason"
const Shared = createContext<string | undefined>(undefined)

/**
 * A reason that may lock many buttons of a page at once. It stands once in front of the page, and only if it locks
 * something there (actions.css); `reason` undefined ends that for what stands apart, such as a dialog.
 */
export function SharedReason({ reason, children }: { reason: string | undefined; children: ReactNode }) {
  return (
    <Shared value={reason}>
      {reason ? (
        <p className="shared-reason" id={ID}>
          <Icon name="lock" />
          <span>
            <b>Locked.</b> {reason}.
          </span>
        </p>
      ) : null}
      {children}
    </Shared>
  )
}

/** The id of the element that says this reason already for the whole page. */
export function useSharedReason(reason: string | undefined): string | undefined {
  const shared = useContext(Shared)
  return reason !== undefined && reason === shared ? ID : undefined
}
