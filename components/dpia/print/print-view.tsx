"use client"
import { useSuspenseQuery } from "@tanstack/react-query"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { exactTime } from "@/components/ui/prepare-relative-time"
import { ASSESSMENT_STATE_LABELS } from "@/server/dpia/domain/assessment-row"
import { changeCount, changeKind } from "@/server/dpia/domain/known-facts"
import { useRecipients } from "../assessment/use-recipients"
import { judgedWords } from "../prepare-changed-facts"
import { AssessmentDocument } from "./assessment-document"
import { Paper } from "./paper"
import { useSignedRequest } from "./use-signed-request"

/** The whole assessment as the document that people sign. */
export function PrintView({ assessmentKey }: { assessmentKey: string }) {
  const trpc = useTRPC()
  const { workspace, now } = useWorkspace()
  const { data: assessment } = useSuspenseQuery(trpc.dpia.getAssessment.queryOptions({ key: assessmentKey }))
  const { name, key, version, state, product, item, author, category, reviewOn } = assessment
  const changes = assessment.drift?.changes ?? []
  const judged = assessment.drift ? judgedWords(assessment.drift, now) : null
  const signed = useSignedRequest(assessment)
  const recipients = useRecipients(product.id)
  const base = `/${workspace.slug}/privacy`
  const head = `${key} ${name}, version ${version}`
  const words = ASSESSMENT_STATE_LABELS[state].toLowerCase()
  return (
    <Paper
      title={head}
      crumbs={[
        { label: "Privacy", href: base },
        { label: key, href: `${base}/assessments/${key}` },
        { label: "Print" },
      ]}
      state="The whole assessment as one document. Save it as PDF in the browser's print window."
      running={[
        head,
        `${workspace.name}, ${words}`,
        signed ? `SHA-256 ${signed.contentSha256}` : "Not handed in: nothing is signed",
      ]}
    >
      <h1 className="print-only">Impact assessment: {name}</h1>
      <dl className="dpia-facts">
        <dt>Assessment</dt>
        <dd>
          {key}, version {version}, {words}
        </dd>
        <dt>About</dt>
        <dd>
          {product.name}
          {item ? `, ${item.key} ${item.title}` : ""}
          {category ? ` (${category})` : ""}
        </dd>
        <dt>Author</dt>
        <dd>{author.name}</dd>
        {judged ? (
          <>
            <dt>Still covered</dt>
            <dd>{judged}</dd>
          </>
        ) : null}
        {changes.length > 0 ? (
          <>
            <dt>Since then</dt>
            <dd>
              {changeCount(changes.length)}:{" "}
              {changes.map((change) => `${change.what} (${changeKind(change)})`).join(", ")}
            </dd>
          </>
        ) : null}
        <dt>Next review</dt>
        <dd>{reviewOn ?? "not set"}</dd>
        <dt>Printed</dt>
        <dd>{exactTime(now)}</dd>
      </dl>
      <AssessmentDocument assessment={assessment} request={signed} recipients={recipients} />
    </Paper>
  )
}
