import type { ReactNode } from "react"
import { Markdown } from "@/components/ui/markdown"
import { type DossierPart, isComplete } from "@/server/dpia/domain/dossier"
import { GapList } from "./gap-list"
import { partTitle } from "./prepare-dossier"

type Props = {
  part: DossierPart
  page: string
  /** What the assessment adds; null where it adds nothing. */
  children: ReactNode
}

/** One part of the dossier: what is known, what the assessment adds, and what is missing. */
export function DossierPartSection({ part, page, children }: Props) {
  const { facts, gaps, letter } = part
  const empty = facts.length === 0 && children === null && isComplete(part)
  return (
    <section className="paper-section">
      <h2>
        {partTitle(part)} <span className="hint">Art. 36(3)({letter}) GDPR</span>
      </h2>
      {isComplete(part) ? null : (
        <>
          <h3>Missing</h3>
          <GapList gaps={gaps} page={page} />
        </>
      )}
      {facts.map(({ title, text }) => (
        <div key={title} className="paper-question">
          <h3>{title}</h3>
          <Markdown text={text} />
        </div>
      ))}
      {empty ? <p className="muted">The authority has not asked for anything else.</p> : null}
      {children}
    </section>
  )
}
