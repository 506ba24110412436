import { initials } from "@/components/ui/prepare-initials"
import { Table, Td, Th } from "@/components/ui/table"
import type { Explanation } from "../scoring-data"
import { givenRows, resultText } from "./prepare-why"

/** Who gave what, with the medians the score is computed from and what each person's own values come to. */
export function GivenTable({ why }: { why: Explanation }) {
  const { framework, scorers, result } = why
  // Kano counts the people by category: a median of answers would mean nothing.
  const counted = framework.definition.method === "kano"
  return (
    <Table label="Who gave what">
      <thead>
        <tr>
          <Th>
            <span className="sr-only">Criterion</span>
          </Th>
          {scorers.map(({ userId, name, carriedFrom }) => (
            <Th key={userId} num>
              <abbr title={carriedFrom === null ? name : `${name}, carried over from version ${carriedFrom}`}>
                {initials(name)}
              </abbr>
            </Th>
          ))}
          <Th num>{counted ? "Category" : "Median"}</Th>
        </tr>
      </thead>
      <tbody>
        {givenRows(why).map(({ key, name, unit, cells, median }) => (
          <tr key={key}>
            <Th scope="row" title={unit}>
              {name}
            </Th>
            {cells.map(({ userId, text, note, apart }) => (
              <Td key={userId} num className={apart ? "apart" : undefined} title={note || undefined}>
                {text}
              </Td>
            ))}
            <Td num>
              <b>{counted ? "" : median}</b>
            </Td>
          </tr>
        ))}
        <tr>
          <Th scope="row">Own score</Th>
          {scorers.map(({ userId, own }) => (
            <Td key={userId} num>
              {resultText(framework, own)}
            </Td>
          ))}
          <Td num>
            <b>{resultText(framework, result)}</b>
          </Td>
        </tr>
      </tbody>
    </Table>
  )
}
