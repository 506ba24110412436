import { Table, Td, Th } from "@/components/ui/table"
import { formatInput } from "@/server/scoring/domain/format-score"
import { type Framework, isWeighted } from "@/server/scoring/domain/framework"
import { endsWords } from "../prepare-words"
import { allowedWords, levelsWords, weightWords } from "./prepare-definition"

/** The criteria of a framework: unit, direction, scale, ends, and the weight beside its range. */
export function CriteriaTable({ framework }: { framework: Framework }) {
  const weighted = isWeighted(framework)
  return (
    <Table label={`Criteria of ${framework.name}`}>
      <thead>
        <tr>
          <Th>Criterion</Th>
          <Th>Unit</Th>
          <Th>Better</Th>
          <Th>Allowed values</Th>
          {weighted ? <Th num>Weight</Th> : null}
        </tr>
      </thead>
      <tbody>
        {framework.criteria.map((criterion) => (
          <tr key={criterion.key}>
            <Th scope="row">
              {criterion.name}
              <span className="sub">{criterion.help}</span>
            </Th>
            <Td>{criterion.unit || "–"}</Td>
            <Td>{criterion.direction === "benefit" ? "more" : "less"}</Td>
            <Td>
              {allowedWords(criterion)}
              <span className="sub">{endsWords(criterion)}</span>
              {criterion.levels ? <span className="sub">{levelsWords(criterion)}</span> : null}
            </Td>
            {weighted ? (
              <Td num>
                {weightWords(framework, criterion.key)}
                {criterion.weight === undefined ? null : (
                  <span className="sub">{formatInput(criterion.weight)} points</span>
                )}
              </Td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
