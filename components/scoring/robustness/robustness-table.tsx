import { ScrollRegion } from "@/components/ui/scroll-region"
import { Table, Td, Th } from "@/components/ui/table"
import { shareText } from "@/server/scoring/domain/robustness"
import type { Robustness } from "../scoring-data"
import { centralWords } from "./prepare-robustness"

/** The same figures as a table. */
export function RobustnessTable({ robustness }: { robustness: Robustness }) {
  const { drawn, settings, from } = robustness
  if (!drawn) return null
  const shown = drawn.items.slice(0, drawn.ranks.length)
  const weights = drawn.basis === "weights"
  return (
    <ScrollRegion label="Figures, scrolls">
      <Table label="How sure each rank is">
        <thead>
          <tr>
            <Th num>#</Th>
            <Th>Item</Th>
            <Th num>{from > 0 ? "First of these" : "First"}</Th>
            <Th num>{from > 0 ? `First ${settings.top}` : `Top ${settings.top}`}</Th>
            {weights ? <Th>Weights that make it first</Th> : null}
            {weights ? <Th num>First with these</Th> : null}
            <Th>Not separable</Th>
          </tr>
        </thead>
        <tbody>
          {shown.map((item) => (
            <tr key={item.itemId}>
              <Td num>{item.rank}</Td>
              <Th scope="row" title={item.title}>
                {item.key}
              </Th>
              <Td num>{shareText(item.first)}</Td>
              <Td num>{shareText(item.top)}</Td>
              {weights ? <Td>{centralWords(robustness, item) ?? "Never first"}</Td> : null}
              {weights ? <Td num>{item.confidence === null ? "–" : shareText(item.confidence)}</Td> : null}
              <Td>{item.band === null ? "–" : `Band ${item.band + 1}`}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </ScrollRegion>
  )
}
