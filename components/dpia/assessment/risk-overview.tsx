import { StateWord } from "@/components/ui/state-word"
import { Table, Td, Th } from "@/components/ui/table"
import type { RiskRow } from "@/server/dpia/domain/assessment-row"
import { type Estimate, isEstimated, RISK_WEIGHT_LABELS, riskWeight } from "@/server/dpia/domain/risk"
import { WEIGHT_LOOKS } from "../prepare-states"
import { estimateWords, riskLetter } from "./prepare-risks"
import { RiskMap } from "./risk-map"

/** Every risk before and after, on two maps and in a table. */
export function RiskOverview({ risks }: { risks: readonly RiskRow[] }) {
  // Without an estimate before measures, what changes is what the action plan changes.
  const inherent = risks.some((risk) => isEstimated(risk.inherent))
  const first = (risk: RiskRow) => (isEstimated(risk.inherent) ? risk.inherent : risk.estimate)
  return (
    <>
      <div className="maps">
        <RiskMap
          title={inherent ? "Before measures" : "With the measures that exist or are planned"}
          risks={risks}
          present={first}
        />
        <RiskMap
          title="With measures and action plan"
          risks={risks}
          present={(risk) => risk.residual}
          earlier={first}
        />
      </div>
      <p className="map-key">
        <span className="good">
          <i /> Low: accept
        </span>
        <span className="warning">
          <i /> Medium: accept with a reason
        </span>
        <span className="bad">
          <i /> High: reduce it, or consult the authority (Art. 36 GDPR)
        </span>
        <span>Dashed letter: where the risk was. Scale: CNIL PIA, 2018</span>
      </p>
      <Table label="Risks">
        <thead>
          <tr>
            <Th>
              <span className="sr-only">Letter</span>
            </Th>
            <Th>What could happen to people</Th>
            <Th>Before</Th>
            <Th>What remains</Th>
          </tr>
        </thead>
        <tbody>
          {risks.map((risk, index) => (
            <tr key={risk.id}>
              <Td>
                <b className="mark">{riskLetter(index)}</b>
              </Td>
              <Th scope="row">
                {risk.title}
                <small>{risk.impacts.join("; ")}</small>
              </Th>
              <Td>
                <Weight estimate={first(risk)} />
              </Td>
              <Td>
                <Weight estimate={risk.residual} />
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </>
  )
}

function Weight({ estimate }: { estimate: Estimate }) {
  const weight = riskWeight(estimate)
  return (
    <>
      <StateWord state={WEIGHT_LOOKS[weight]}>{RISK_WEIGHT_LABELS[weight]}</StateWord>
      {weight === "unknown" ? null : <small>{estimateWords(estimate)}</small>}
    </>
  )
}
