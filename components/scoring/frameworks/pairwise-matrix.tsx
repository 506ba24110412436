"use client"
import { Button } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import { Select } from "@/components/ui/select"
import { StateWord } from "@/components/ui/state-word"
import { Table, Td, Th } from "@/components/ui/table"
import { ACCEPTED_RATIO } from "@/server/scoring/domain/ahp"
import { judgementOf, pairName } from "./prepare-draft"
import { comparePairs, draftShares, JUDGEMENT_OPTIONS, judgementText, shareWords } from "./prepare-weights"
import type { FrameworkEditor } from "./use-framework-editor"

/** The pairwise matrix: the upper half is judged, the lower follows; weights and consistency as one judges. */
export default function PairwiseMatrix({ editor: { draft, set } }: { editor: FrameworkEditor }) {
  const { criteria, judgements } = draft
  const shares = draftShares(draft)
  const compared = comparePairs(draft)
  const comparison = "comparison" in compared ? compared.comparison : null
  const worst = comparison && comparison.ratio > ACCEPTED_RATIO ? comparison.worst : null
  const nameOf = (id: string) => {
    const index = criteria.findIndex((criterion) => criterion.id === id)
    return criteria[index]?.name.trim() || `Criterion ${index + 1}`
  }
  const judge = (first: string, second: string, value: number | null) => {
    const { [pairName(first, second)]: _, [pairName(second, first)]: __, ...rest } = judgements
    set({ judgements: value === null ? rest : { ...rest, [pairName(first, second)]: value } })
  }
  return (
    <>
      <Table label="Pairwise comparison" className="pairs">
        <thead>
          <tr>
            <Th>How much more important is the row than the column?</Th>
            {criteria.map(({ id }) => (
              <Th key={id}>{nameOf(id)}</Th>
            ))}
            <Th num>Weight</Th>
          </tr>
        </thead>
        <tbody>
          {criteria.map(({ id: row }, index) => (
            <tr key={row}>
              <Th scope="row">{nameOf(row)}</Th>
              {criteria.map(({ id: column }, place) => {
                const value = judgementOf(judgements, row, column)
                if (place <= index)
                  return (
                    <Td key={column} className="muted">
                      {place === index ? "1" : value === undefined ? "–" : judgementText(value)}
                    </Td>
                  )
                const contradicts = worst?.first === row && worst.second === column
                return (
                  <Td key={column} className={contradicts ? "worst" : undefined}>
                    <Select
                      aria-label={`${nameOf(row)} against ${nameOf(column)}`}
                      aria-describedby={contradicts ? "worst-judgement" : undefined}
                      empty="Choose"
                      options={JUDGEMENT_OPTIONS}
                      value={value === undefined ? "" : optionOf(value)}
                      onChange={(event) =>
                        judge(row, column, event.target.value === "" ? null : Number(event.target.value))
                      }
                    />
                  </Td>
                )
              })}
              <Td num>{shareWords(shares[index]) || "–"}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
      <output className="block my-3">
        {comparison ? (
          <>
            <StateWord state={comparison.ratio > ACCEPTED_RATIO ? "warning" : "good"}>
              Consistency ratio {comparison.ratio.toFixed(3)}
            </StateWord>{" "}
            <span className="hint">
              {comparison.ratio > ACCEPTED_RATIO
                ? "Above 0.10 the judgements contradict each other too much to rely on the weights."
                : "At most 0.10: the judgements agree well enough."}{" "}
              λmax {comparison.lambdaMax.toFixed(3)}, consistency index {comparison.index.toFixed(4)}, random
              index of Saaty 2005.
            </span>
          </>
        ) : (
          <MissingPairs missing={"missing" in compared ? compared.missing : []} nameOf={nameOf} />
        )}
      </output>
      {worst ? (
        <div id="worst-judgement">
          <Notice state="warning">
            <b>
              {nameOf(worst.first)} against {nameOf(worst.second)}, {judgementText(worst.value)}, fits the
              other judgements least.
            </b>{" "}
            They imply {judgementText(worst.fits)}.{" "}
            <Button size="small" variant="quiet" onClick={() => judge(worst.first, worst.second, worst.fits)}>
              Use {judgementText(worst.fits)}
            </Button>
          </Notice>
        </div>
      ) : null}
    </>
  )
}

type MissingProps = { missing: [string, string][]; nameOf: (id: string) => string }

function MissingPairs({ missing, nameOf }: MissingProps) {
  const [pair] = missing
  if (!pair) return null
  return (
    <StateWord state="unknown">
      {`${nameOf(pair[0])} against ${nameOf(pair[1])} is not judged yet`}
      {missing.length > 1 ? `, and ${missing.length - 1} more` : ""}
    </StateWord>
  )
}

/** The option nearest to a value, as stored values may be rounded. */
const optionOf = (value: number) =>
  JUDGEMENT_OPTIONS.reduce((best, one) =>
    Math.abs(Number(one.value) - value) < Math.abs(Number(best.value) - value) ? one : best,
  ).value
