"use client"
import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import { NOT_LEGAL_ADVICE } from "@/server/privacy/domain/starter-obligations"
import type { ControlListed, ObligationListed } from "./prepare-regulations"
import { ReadingWord } from "./reading-word"
import "@/components/products/products.css"

type Props = { obligation: ObligationListed; controls: readonly ControlListed[]; onClose: () => void }

/** An obligation for those who may only read it. */
export function ObligationReading({ obligation, controls, onClose }: Props) {
  const { regulation, article, title, note, source, owner, reviewedOn, nextReviewOn, controlIds } = obligation
  const named = controls.filter(({ id }) => controlIds.includes(id))
  return (
    <Dialog
      open
      reading
      onOpenChange={(open) => open || onClose()}
      title={`${regulation} ${article}: ${title}`}
      description={NOT_LEGAL_ADVICE}
      actions={<Button onClick={onClose}>Close</Button>}
    >
      <p className="mb-4 whitespace-pre-line">{note || "No reading is written down yet."}</p>
      <dl className="facts">
        <dt>Controls</dt>
        <dd>
          {named.length === 0 ? "None: this is a gap" : null}
          {named.map(({ id, name, reading }) => (
            <p key={id}>
              {name} <ReadingWord state={reading.state} />
              <span className="sub">{reading.words}</span>
            </p>
          ))}
        </dd>
        <dt>Owner</dt>
        <dd>{owner?.name ?? "Nobody yet"}</dd>
        <dt>Legal review</dt>
        <dd>{reviewedOn ?? "Never"}</dd>
        <dt>Next</dt>
        <dd>{nextReviewOn ?? "Not set"}</dd>
        <dt>Source</dt>
        <dd>
          {source ? (
            <a href={source} rel="noreferrer">
              {source}
            </a>
          ) : (
            "Not given"
          )}
        </dd>
      </dl>
    </Dialog>
  )
}
