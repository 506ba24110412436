import type { Approval } from "@/components/approvals/approval-data"
import type { AssessmentDetails } from "@/server/dpia/domain/assessment-row"
import { SECTIONS } from "@/server/dpia/domain/questions"
import { DataFlow } from "../assessment/data-flow"
import type { Recipient } from "../assessment/prepare-flow"
import { RiskOverview } from "../assessment/risk-overview"
import { PrintClosing } from "./print-closing"
import { PrintPart } from "./print-part"

type Props = {
  assessment: AssessmentDetails
  /** The request of the version that is printed. */
  request: Approval | undefined
  recipients: readonly Recipient[]
}

/** The parts of the method with their answers, the data flow, the risk map, and how it ends. */
export function AssessmentDocument({ assessment, request, recipients }: Props) {
  return (
    <>
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
      <PrintClosing assessment={assessment} request={request} />
    </>
  )
}
