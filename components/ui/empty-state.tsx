import type { ReactNode } from "react"

type Props = {
  title: string
  /** What this place is for, in one or two sentences. */
  children: ReactNode
  action?: ReactNode
  /** How it looks when it is filled. */
  sample?: ReactNode
}

export function EmptyState({ title, children, action, sample }: Props) {
  return (
    <div className="empty">
      <h2>{title}</h2>
      <p>{children}</p>
      {action}
      {sample ? (
        <div className="sample">
          <p className="hint">For example</p>
          {sample}
        </div>
      ) : null}
    </div>
  )
}
