"use client"
import type { ReactNode } from "react"
import { Button } from "./button"
import { Icon } from "./icon"

type Props = {
  /** What happened: "The backlog could not be read". */
  title: string
  /** What to do about it. */
  children: ReactNode
  requestId?: string
  retry?: () => void
  retryLabel?: string
}

export function ErrorState({ title, children, requestId, retry, retryLabel = "Try again" }: Props) {
  return (
    <div className="empty" role="alert">
      <h2>
        <Icon name="bad" className="bad" /> {title}
      </h2>
      <p>{children}</p>
      {retry ? <Button onClick={retry}>{retryLabel}</Button> : null}
      {requestId ? (
        <p className="hint">
          Request <span className="mono">{requestId}</span>
        </p>
      ) : null}
    </div>
  )
}
