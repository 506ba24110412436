import type { Approval } from "@/components/approvals/approval-data"
import { Markdown } from "@/components/ui/markdown"
import { exactTime } from "@/components/ui/prepare-relative-time"
import { Table, Td, Th } from "@/components/ui/table"
import { MEANING_LABELS } from "@/server/approvals/domain/approval"
import { ITEM_STATUS_LABELS } from "@/server/backlog/domain/item"
import { OPINION_LABELS } from "@/server/dpia/domain/assessment-fields"
import type { AssessmentDetails } from "@/server/dpia/domain/assessment-row"
import { CONFIRMATIONS } from "@/server/dpia/domain/completeness"
import { shortDay } from "@/server/strategy/domain/day-words"
import { referenceTitle } from "../assessment/prepare-actions"

type Props = { assessment: AssessmentDetails; request: Approval | undefined }

/** The end of the document: action plan, opinions, consultation, and who signed. */
export function PrintClosing({ assessment, request }: Props) {
  const { actions, advice, people, consultation } = assessment
  return (
    <section className="paper-section">
      <h2>4 Validation</h2>
      <h3>Action plan</h3>
      {actions.length === 0 ? <p className="muted">Nothing is planned.</p> : null}
      {actions.length > 0 ? (
        <Table label="Action plan">
          <thead>
            <tr>
              <Th>Action</Th>
              <Th>Improves</Th>
              <Th>Owner</Th>
              <Th>Due</Th>
              <Th>State</Th>
            </tr>
          </thead>
          <tbody>
            {actions.map(({ id, reference, item }) => (
              <tr key={id}>
                <Th scope="row">
                  {item.key} {item.title}
                </Th>
                <Td>{referenceTitle(reference, assessment)}</Td>
                <Td>{item.owner?.name ?? "nobody"}</Td>
                <Td>{item.dueOn ? shortDay(item.dueOn) : ""}</Td>
                <Td>{ITEM_STATUS_LABELS[item.status]}</Td>
              </tr>
            ))}
          </tbody>
        </Table>
      ) : null}
      <h3>Advice of the data protection officer</h3>
      {advice.status === null ? (
        <p className="muted">Not given.</p>
      ) : (
        <>
          <p>
            <b>{OPINION_LABELS[advice.status]}</b>, {advice.names}
            {advice.at ? `, ${exactTime(advice.at)}` : ""}
          </p>
          <Markdown text={advice.opinion} />
          {advice.overruled ? <p>Overruled: {advice.overruled.reason}</p> : null}
        </>
      )}
      <h3>Views of the people concerned</h3>
      {people.sought === null ? <p className="muted">Not recorded.</p> : null}
      {people.sought === true ? (
        <>
          <p>
            <b>{people.status === null ? "" : OPINION_LABELS[people.status]}</b>, {people.names}
          </p>
          <Markdown text={people.opinion} />
        </>
      ) : null}
      {people.sought === false ? <p>Not asked, because: {people.reason}</p> : null}
      <h3>Prior consultation</h3>
      <p>
        {consultation.needed
          ? "A high risk remains: the supervisory authority has to be consulted (Art. 36 GDPR)."
          : "No high risk remains; a prior consultation is not needed (Art. 36(1) GDPR)."}
      </p>
      {consultation.clock ? (
        <ul className="entries">
          {consultation.clock.derivation.map(({ text, day }) => (
            <li key={text}>
              {text}: {shortDay(day)}
            </li>
          ))}
          <li>Advice is due by {shortDay(consultation.clock.dueOn)}</li>
        </ul>
      ) : null}
      <h3>Signatures</h3>
      <p className="hint">
        Approving means: I have examined it, {CONFIRMATIONS.slice(0, -1).join(", ")}, and{" "}
        {CONFIRMATIONS.at(-1)}.
      </p>
      <Table label="Signatures">
        <thead>
          <tr>
            <Th>Who</Th>
            <Th>What</Th>
            <Th>When</Th>
          </tr>
        </thead>
        <tbody>
          {(request?.signatures ?? []).map((signature) => (
            <tr key={signature.id}>
              <Th scope="row">
                {signature.signerName}
                <small>{signature.signerEmail}</small>
              </Th>
              <Td>
                {MEANING_LABELS[signature.meaning]}
                {signature.note ? <small>{signature.note}</small> : null}
              </Td>
              <Td>{exactTime(signature.signedAt)}</Td>
            </tr>
          ))}
          {request?.signatures.length ? null : (
            <tr>
              <Td colSpan={3} className="unsigned">
                Nobody has signed this version.
              </Td>
            </tr>
          )}
        </tbody>
      </Table>
      {request ? (
        <p className="hint">
          Signed content: SHA-256 <span className="mono break-all">{request.contentSha256}</span>
        </p>
      ) : null}
    </section>
  )
}
