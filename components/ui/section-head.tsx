import type { ReactNode } from "react"

/** A section's title with a quiet note (source, period, unit) and what opens the rest, at the right. */
export function SectionHead({
  id,
  title,
  note,
  right,
}: {
  id?: string
  title: string
  note?: ReactNode
  right?: ReactNode
}) {
  return (
    <div className="sec">
      <h2 id={id}>{title}</h2>
      {note ? <span className="hint">{note}</span> : null}
      {right ? <span className="right">{right}</span> : null}
    </div>
  )
}
