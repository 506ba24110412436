"use client"
import { useWorkspace } from "@/components/api/workspace"
import type { Approval } from "@/components/approvals/approval-data"
import { Chip } from "@/components/ui/chip"
import { exactTime } from "@/components/ui/prepare-relative-time"
import { ASSESSMENT_STATE_LABELS } from "@/server/dpia/domain/assessment-row"
import { dossierState } from "@/server/dpia/domain/dossier"
import { shortDay } from "@/server/strategy/domain/day-words"
import { AssessmentDesk, useAssessment } from "../assessment/use-assessment"
import { useRecipients } from "../assessment/use-recipients"
import { AssessmentDocument } from "../print/assessment-document"
import { Paper } from "../print/paper"
import { useSignedRequest } from "../print/use-signed-request"
import { DossierPartSection } from "./dossier-part"
import { RemainingRisks } from "./remaining-risks"
import { useDossier } from "./use-dossier"

/** The dossier that the authority gets when it is consulted, with the whole assessment as its annex. */
export function DossierView({ assessmentKey }: { assessmentKey: string }) {
  return (
    <AssessmentDesk assessmentKey={assessmentKey}>
      <Loaded />
    </AssessmentDesk>
  )
}

function Loaded() {
  const { workspace, now } = useWorkspace()
  const { assessment } = useAssessment()
  const { key, name, version, state, product, consultation } = assessment
  const parts = useDossier(assessment)
  const signed = useSignedRequest(assessment)
  const recipients = useRecipients(product.id)
  if (!parts) return null
  const { complete, words } = dossierState(parts)
  const { receivedOn } = consultation.facts
  const base = `/${workspace.slug}/privacy`
  const page = `${base}/assessments/${key}`
  const head = `${key} ${name}, version ${version}`
  return (
    <Paper
      title={`Dossier for the authority: ${name}`}
      crumbs={[
        { label: "Privacy", href: base },
        { label: key, href: `${page}?part=consultation` },
        { label: "Dossier" },
      ]}
      state={
        <>
          <Chip state={complete ? "good" : "warning"}>{words}</Chip>
          {receivedOn ? `The authority received it on ${shortDay(receivedOn)}. ` : "Not sent yet. "}
          The whole assessment is its annex.
        </>
      }
      running={[
        `Prior consultation, ${head}`,
        workspace.name,
        signed ? `SHA-256 ${signed.contentSha256}` : "This version is not handed in: nothing is signed",
      ]}
    >
      <h1 className="print-only">Prior consultation (Art. 36 GDPR): {name}</h1>
      <dl className="dpia-facts">
        <dt>Assessment</dt>
        <dd>
          {key}, version {version}, {ASSESSMENT_STATE_LABELS[state].toLowerCase()}
        </dd>
        <dt>About</dt>
        <dd>{product.name}</dd>
        <dt>Received</dt>
        <dd>{receivedOn ? shortDay(receivedOn) : "not yet"}</dd>
        <dt>Printed</dt>
        <dd>{exactTime(now)}</dd>
      </dl>
      {parts.map((part) => (
        <DossierPartSection key={part.letter} part={part} page={page}>
          {part.letter === "c" ? (
            <RemainingRisks measures={assessment.measures} risks={assessment.risks} />
          ) : part.letter === "e" ? (
            <AnnexFacts annex={head} request={signed} />
          ) : null}
        </DossierPartSection>
      ))}
      <section className="annex">
        <h2>Annex: {head}</h2>
        <AssessmentDocument assessment={assessment} request={signed} recipients={recipients} />
      </section>
    </Paper>
  )
}

/** Where the assessment is found, and who signed it. */
function AnnexFacts({ annex, request }: { annex: string; request: Approval | undefined }) {
  const signatures = request?.signatures ?? []
  const names = signatures.map(({ signerName, signedAt }) => `${signerName}, ${exactTime(signedAt)}`)
  return (
    <p>
      {annex}, is the annex of this dossier.{" "}
      {names.length > 0 ? `Signed by ${names.join("; ")}.` : "Nobody has signed this version."}
    </p>
  )
}
