"use client"
import { Notice } from "@/components/ui/notice"
import { DECISION_LABELS, DECISIONS } from "@/server/dpia/domain/screening-decision"
import type { ScreeningDetails } from "@/server/dpia/domain/screening-row"
import { AutosaveArea } from "../autosave-area"
import { decisionForm } from "./prepare-screening"
import type { ScreeningEdits } from "./use-screening-edits"

type Props = { screening: ScreeningDetails; edits: ScreeningEdits; editable: boolean }

/** What is done about the verdict; departing from it asks for grounds. */
export function DecisionSection({ screening, edits, editable }: Props) {
  const form = decisionForm(screening.answers, screening.decision)
  if (!form) return null
  return (
    <section aria-labelledby="decision">
      <h2 id="decision">Decision</h2>
      {form.fixed ? (
        <p className="muted">The law requires an assessment here; nobody can decide otherwise.</p>
      ) : editable ? (
        <fieldset className="decision">
          <legend className="sr-only">What is done about it</legend>
          {DECISIONS.map((decision) => (
            <label key={decision} className="check">
              <input
                type="radio"
                name="decision"
                checked={form.chosen === decision}
                onChange={() => void edits.save({ decision })}
              />
              <span>{DECISION_LABELS[decision]}</span>
            </label>
          ))}
        </fieldset>
      ) : (
        <p>{form.chosen ? DECISION_LABELS[form.chosen] : "Not decided"}</p>
      )}
      {form.override ? (
        <Notice state="warning">
          <b>This departs from “likely required”.</b> Give the reason, and have the data protection officer's
          view written down below. Both are signed with it (WP248, p. 11).
        </Notice>
      ) : null}
      {form.needsReason && editable ? (
        <AutosaveArea
          name={`screening ${screening.id} reason`}
          label="Why no assessment is made"
          saved={screening.reason}
          maxLength={4000}
          save={(reason) => edits.save({ reason })}
        />
      ) : null}
      {form.needsReason && !editable ? <p>{screening.reason}</p> : null}
    </section>
  )
}
