import { Table, Td, Th } from "@/components/ui/table"
import type { AssessmentDetails } from "@/server/dpia/domain/assessment-row"
import { RISK_WEIGHT_LABELS } from "@/server/dpia/domain/risk"
import { estimateWords } from "../assessment/prepare-risks"

/** The measures in short, and what remains of each risk: why the authority is asked. */
export function RemainingRisks({ measures, risks }: Pick<AssessmentDetails, "measures" | "risks">) {
  return (
    <>
      {measures.length > 0 ? (
        <>
          <h3>Measures</h3>
          <ul className="entries">
            {measures.map(({ id, number, title }) => (
              <li key={id}>
                M{number} {title}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <div className="paper-question">
        <h3>Risks that remain</h3>
        <Table label="Risks that remain">
          <thead>
            <tr>
              <Th>Risk</Th>
              <Th>With the measures</Th>
              <Th>With the action plan</Th>
              <Th>Remains</Th>
            </tr>
          </thead>
          <tbody>
            {risks.map(({ id, title, estimate, residual, weight }) => (
              <tr key={id}>
                <Th scope="row">{title}</Th>
                <Td>{estimateWords(estimate)}</Td>
                <Td>{estimateWords(residual)}</Td>
                <Td>{RISK_WEIGHT_LABELS[weight]}</Td>
              </tr>
            ))}
          </tbody>
        </Table>
      </div>
    </>
  )
}
