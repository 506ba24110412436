"use client"
import { useQuery, useSuspenseQuery } from "@tanstack/react-query"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { useShortcuts } from "@/components/shell/use-shortcuts"
import { Button } from "@/components/ui/button"
import { PageHead } from "@/components/ui/page-head"
import { exactTime } from "@/components/ui/prepare-relative-time"
import { ASSESSMENT_STATE_LABELS } from "@/server/dpia/domain/assessment-row"
import { SECTIONS } from "@/server/dpia/domain/questions"
import { DataFlow } from "../assessment/data-flow"
import { RiskOverview } from "../assessment/risk-overview"
import { useRecipients } from "../assessment/use-recipients"
import "../dpia.css"
import "../assessment/assessment.css"
import "./print.css"
import { PrintClosing } from "./print-closing"
import { PrintPart } from "./print-part"

type Props = { assessmentKey: string; requestId: string | null }

/** The whole assessment as the document that people sign; the browser prints it or saves it as PDF. */
export function PrintView({ assessmentKey, requestId }: Props) {
  const trpc = useTRPC()
  const { workspace, now } = useWorkspace()
  const { data: assessment } = useSuspenseQuery(trpc.dpia.getAssessment.queryOptions({ key: assessmentKey }))
  const { data: request } = useQuery(
    trpc.approvals.getApproval.queryOptions({ requestId: requestId ?? "" }, { enabled: requestId !== null }),
  )
  const { name, key, version, state, product, item, author, category, reviewOn } = assessment
  // A signature of an earlier version says nothing about the text that is printed.
  const signed = request?.subjectVersion === version ? request : undefined
  const recipients = useRecipients(product.id)
  const base = `/${workspace.slug}/privacy`
  const head = `${key} ${name}, version ${version}`
  useShortcuts([{ keys: "p", label: "Print", hint: true, run: () => window.print() }])
  return (
    <>
      <div className="no-print">
        <PageHead
          title={head}
          crumbs={[
            { label: "Privacy", href: base },
            { label: key, href: `${base}/assessments/${key}` },
            { label: "Print" },
          ]}
          state="The whole assessment as one document. Save it as PDF in the browser's print window."
          actions={
            <Button variant="primary" onClick={() => window.print()}>
              Print or save as PDF
            </Button>
          }
        />
      </div>
      <table className="paper" role="presentation">
        <thead>
          <tr>
            <td>
              <div className="paper-head">
                <span>{head}</span>
                <span>
                  {workspace.name}, {ASSESSMENT_STATE_LABELS[state].toLowerCase()}
                </span>
                <span className="mono">
                  {signed ? `SHA-256 ${signed.contentSha256}` : "Not handed in: nothing is signed"}
                </span>
              </div>
            </td>
          </tr>
        </thead>
        <tbody>
          <tr>
            <td>
              <article className="document" aria-label={head}>
                <h1 className="print-only">Impact assessment: {name}</h1>
                <dl className="dpia-facts">
                  <dt>Assessment</dt>
                  <dd>
                    {key}, version {version}, {ASSESSMENT_STATE_LABELS[state].toLowerCase()}
                  </dd>
                  <dt>About</dt>
                  <dd>
                    {product.name}
                    {item ? `, ${item.key} ${item.title}` : ""}
                    {category ? ` (${category})` : ""}
                  </dd>
                  <dt>Author</dt>
                  <dd>{author.name}</dd>
                  <dt>Next review</dt>
                  <dd>{reviewOn ?? "not set"}</dd>
                  <dt>Printed</dt>
                  <dd>{exactTime(now)}</dd>
                </dl>
                {SECTIONS.map((section) => (
                  <section key={section.id} className="paper-section">
                    <h2>
                      {section.id} {section.title}
                    </h2>
                    {section.parts.map((part) => (
                      <PrintPart key={part.id} part={part} assessment={assessment} />
                    ))}
                    {section.id === "1" ? (
                      <section>
                        <h3>Data flow</h3>
                        <DataFlow facts={assessment.facts} recipients={recipients} />
                      </section>
                    ) : null}
                    {section.id === "3" ? (
                      <section>
                        <h3>Risk map</h3>
                        <RiskOverview risks={assessment.risks} />
                      </section>
                    ) : null}
                  </section>
                ))}
                <PrintClosing assessment={assessment} request={signed} />
              </article>
            </td>
          </tr>
        </tbody>
      </table>
    </>
  )
}
