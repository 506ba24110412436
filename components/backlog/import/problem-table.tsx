import { SectionHead } from "@/components/ui/section-head"
import { StateWord } from "@/components/ui/state-word"
import { Table, Td, Th } from "@/components/ui/table"
import type { RowProblem } from "@/server/backlog/domain/import/row-problem"

type Props = { problems: readonly RowProblem[]; errors: number; warnings: number }

/** What is wrong with which row, in which column, and what to do. */
export function ProblemTable({ problems, errors, warnings }: Props) {
  if (problems.length === 0) return null
  const all = errors + warnings
  return (
    <section className="mt-8" aria-labelledby="problems">
      <SectionHead
        id="problems"
        title="Rows to look at"
        note={
          problems.length < all
            ? `The first ${problems.length} of ${all.toLocaleString("en-GB")}; errors come first`
            : "Rows with an error stay out; the others go in"
        }
      />
      <Table label="Problems by row">
        <thead>
          <tr>
            <Th num>Row</Th>
            <Th>Column</Th>
            <Th>Value</Th>
            <Th>Problem and remedy</Th>
          </tr>
        </thead>
        <tbody>
          {problems.map((problem) => (
            <tr key={`${problem.row} ${problem.column} ${problem.message}`}>
              <Td num>{problem.row.toLocaleString("en-GB")}</Td>
              <Td>{problem.column ?? "–"}</Td>
              <Td className="samples">{problem.value || "–"}</Td>
              <Td>
                <StateWord state={problem.severity === "error" ? "bad" : "warning"}>
                  {problem.severity === "error" ? "Error" : "Warning"}
                </StateWord>{" "}
                {problem.message}.
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  )
}
