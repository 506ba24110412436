import "./risk-map.css"
import { classNames } from "@/components/ui/class-names"
import type { RiskRow } from "@/server/dpia/domain/assessment-row"
import {
  type Estimate,
  LEVEL_LABELS,
  LEVELS,
  RISK_WEIGHT_LABELS,
  riskWeight,
} from "@/server/dpia/domain/risk"
import { mapRows, weightCounts } from "./prepare-risks"

const TINTS = { low: "good", medium: "warning", high: "bad" } as const

type Props = {
  title: string
  risks: readonly RiskRow[]
  present: (risk: RiskRow) => Estimate
  /** Where the risks lay before: a dashed letter. */
  earlier?: (risk: RiskRow) => Estimate
}

/** A 4 by 4 map as a table: rows are severity, columns likelihood, letters are risks. */
export function RiskMap({ title, risks, present, earlier }: Props) {
  return (
    <figure className="risk-map">
      <figcaption>
        <h3>{title}</h3>
        <span className="hint">{weightCounts(risks.map((risk) => riskWeight(present(risk))))}</span>
      </figcaption>
      <table>
        <caption className="sr-only">{title}: rows are severity, columns are likelihood</caption>
        <tbody>
          {mapRows(risks, present, earlier).map(({ severity, label, cells }) => (
            <tr key={severity}>
              <th scope="row">{label}</th>
              {cells.map(({ likelihood, weight, now, before }) => (
                <td key={likelihood} className={TINTS[weight]}>
                  <span className="sr-only">{RISK_WEIGHT_LABELS[weight]} </span>
                  {now.map(({ id, letter, title: risk }) => (
                    <b key={id} className="mark" title={risk}>
                      {letter}
                    </b>
                  ))}
                  {before.map(({ id, letter, title: risk }) => (
                    <i key={id} className={classNames("mark", "was")} title={`${risk}, before`}>
                      {letter}
                      <span className="sr-only"> before</span>
                    </i>
                  ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td className="axis">Likelihood</td>
            {LEVELS.filter((level) => level > 0).map((level) => (
              <th key={level} scope="col">
                {LEVEL_LABELS[level]}
              </th>
            ))}
          </tr>
        </tfoot>
      </table>
    </figure>
  )
}
