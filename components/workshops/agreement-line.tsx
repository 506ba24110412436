import { agreementWords } from "./prepare-workshop"
import type { Workshop } from "./workshop-data"

/** Both measures of agreement of the latest round, with what they mean. */
export function AgreementLine({ workshop }: { workshop: Workshop }) {
  const agreement = workshop.rounds.at(-1)?.agreement
  if (!agreement) return null
  const { order, number } = agreementWords(agreement)
  return (
    <>
      <abbr title="Kendall's W: 1 is the same order by everybody, 0 no more alike than chance">
        Same order
      </abbr>{" "}
      {order},{" "}
      <abbr title="ICC(A,1), Shrout and Fleiss 1979: 1 is the same score by everybody">same score</abbr>{" "}
      {number}
    </>
  )
}
