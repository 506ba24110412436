import { SectionHead } from "@/components/ui/section-head"
import { StateWord } from "@/components/ui/state-word"
import { Table, Td, Th } from "@/components/ui/table"
import { ACCEPTED_RATIO, compare, matrixOf } from "@/server/scoring/domain/ahp"
import type { Framework } from "@/server/scoring/domain/framework"
import { WAY_HELP, WAY_LABELS } from "@/server/scoring/domain/weighting"
import { weightWords } from "./prepare-definition"
import { judgementText } from "./prepare-weights"

/** How the weights of a published version were found, with the judgements as they were given. */
export function WeightingView({ framework }: { framework: Framework }) {
  const { weighting } = framework
  const way = weighting?.way ?? "direct"
  return (
    <>
      <div className="h-6" />
      <SectionHead id="weights" title="Weights" note={WAY_LABELS[way]} />
      <p className="hint framework-about">{WAY_HELP[way]}</p>
      {weighting?.way === "pairwise" ? (
        <Matrix framework={framework} judgements={weighting.judgements} />
      ) : null}
    </>
  )
}

type MatrixProps = { framework: Framework; judgements: Parameters<typeof compare>[1] }

function Matrix({ framework, judgements }: MatrixProps) {
  const { criteria } = framework
  const keys = criteria.map(({ key }) => key)
  const { ratio, lambdaMax, index, worst } = compare(keys, judgements)
  const matrix = matrixOf(keys, judgements)
  const nameOf = (key: string) => criteria.find((criterion) => criterion.key === key)?.name ?? key
  return (
    <>
      <Table label="Pairwise comparison" className="pairs">
        <thead>
          <tr>
            <Th>The row is this many times as important as the column</Th>
            {criteria.map(({ key, name }) => (
              <Th key={key} num>
                {name}
              </Th>
            ))}
            <Th num>Weight</Th>
          </tr>
        </thead>
        <tbody>
          {criteria.map(({ key, name }, row) => (
            <tr key={key}>
              <Th scope="row">{name}</Th>
              {keys.map((other, column) => (
                <Td key={other} num className={column <= row ? "muted" : undefined}>
                  {judgementText(matrix[row]![column]!)}
                </Td>
              ))}
              <Td num>{weightWords(framework, key)}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
      <p className="mt-2">
        <StateWord state={ratio > ACCEPTED_RATIO ? "warning" : "good"}>
          Consistency ratio {ratio.toFixed(3)}
        </StateWord>{" "}
        <span className="hint">
          λmax {lambdaMax.toFixed(3)}, consistency index {index.toFixed(4)}, random index of Saaty 2005.{" "}
          {ratio > ACCEPTED_RATIO && worst
            ? `${nameOf(worst.first)} against ${nameOf(worst.second)} fits least: the others imply ${judgementText(worst.fits)}.`
            : "At most 0.10 is accepted."}
        </span>
      </p>
    </>
  )
}
