import { Table, Td, Th } from "@/components/ui/table"
import type { Outcome } from "@/server/workshops/domain/outcome"
import { agreementWords, count } from "../prepare-workshop"

/** Agreement before the discussion and after it. */
export function AgreementTable({ outcome, rounds }: { outcome: Outcome; rounds: number }) {
  const before = agreementWords(outcome.agreement.before)
  const after = agreementWords(outcome.agreement.after)
  const { scorers, items } = outcome.agreement.after
  const again = rounds > 1
  return (
    <>
      <Table label="Agreement">
        <thead>
          <tr>
            <Th>Measure</Th>
            <Th num>{again ? "Round 1" : "Scoring"}</Th>
            {again ? <Th num>After round 2</Th> : null}
          </tr>
        </thead>
        <tbody>
          <tr>
            <Th scope="row">
              Same order<small>Kendall's W, corrected for ties</small>
            </Th>
            <Td num>{before.order}</Td>
            {again ? <Td num>{after.order}</Td> : null}
          </tr>
          <tr>
            <Th scope="row">
              Same score<small>ICC(A,1), Shrout and Fleiss 1979</small>
            </Th>
            <Td num>{before.number}</Td>
            {again ? <Td num>{after.number}</Td> : null}
          </tr>
        </tbody>
      </Table>
      <p className="hint">
        {count(scorers, "scorer")}, {count(items, "item")} scored by all of them. 1 is full agreement.
      </p>
    </>
  )
}
