import { Table, Td, Th } from "@/components/ui/table"
import { counted } from "@/server/kernel/domain/counted"
import type { Outcome } from "@/server/workshops/domain/outcome"
import { agreementWords } from "../prepare-workshop"
import { agreementByRound } from "./prepare-record"

/** Agreement after each round: what the discussions came to. */
export function AgreementTable({ outcome }: { outcome: Outcome }) {
  const rounds = agreementByRound(outcome)
  const { scorers, items } = outcome.agreement.after
  return (
    <>
      <Table label="Agreement">
        <thead>
          <tr>
            <Th>Measure</Th>
            {rounds.map(({ title }) => (
              <Th key={title} num>
                {title}
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <Th scope="row">
              Same order<small>Kendall's W, corrected for ties</small>
            </Th>
            {rounds.map(({ title, agreement }) => (
              <Td key={title} num>
                {agreementWords(agreement).order}
              </Td>
            ))}
          </tr>
          <tr>
            <Th scope="row">
              Same score<small>ICC(A,1), Shrout and Fleiss 1979</small>
            </Th>
            {rounds.map(({ title, agreement }) => (
              <Td key={title} num>
                {agreementWords(agreement).number}
              </Td>
            ))}
          </tr>
        </tbody>
      </Table>
      <p className="hint">
        {counted(scorers, "scorer")}, {counted(items, "item")} scored by all of them. 1 is full agreement.
      </p>
    </>
  )
}
