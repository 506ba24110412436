import { ScrollRegion } from "@/components/ui/scroll-region"
import { Table, Td, Th } from "@/components/ui/table"
import type { Workshop } from "../workshop-data"
import { roundCell } from "./prepare-record"

type Props = { workshop: Workshop; nameOf: (userId: string) => string }

/** Every item with each criterion, round by round: the median, the ends, and who gave what on hover. */
export function RoundsTable({ workshop, nameOf }: Props) {
  const { rounds, framework, items } = workshop
  const { criteria } = framework.definition
  const several = rounds.length > 1
  return (
    <ScrollRegion label="Rounds, scrolls">
      <Table label="Rounds side by side" className="rounds-table">
        <thead>
          <tr>
            <Th rowSpan={several ? 2 : 1}>Item</Th>
            {criteria.map(({ key, name }) => (
              <Th key={key} colSpan={rounds.length} scope="colgroup">
                {name}
              </Th>
            ))}
          </tr>
          {several ? (
            <tr>
              {criteria.flatMap(({ key }) =>
                rounds.map(({ round }) => (
                  <Th key={`${key} ${round}`} num>
                    Round {round}
                  </Th>
                )),
              )}
            </tr>
          ) : null}
        </thead>
        <tbody>
          {items.map(({ itemId, key: itemKey, title }) => (
            <tr key={itemId}>
              <Th scope="row">
                <span className="ky">{itemKey}</span> {title}
              </Th>
              {criteria.flatMap((criterion) =>
                rounds.map(({ round, entries }) => {
                  const cell = roundCell(
                    criterion,
                    entries.filter((entry) => entry.itemId === itemId),
                    nameOf,
                  )
                  return (
                    <Td key={`${criterion.key} ${round}`} num title={cell?.who}>
                      {cell ? <b>{cell.median}</b> : <span className="hint">{round > 1 ? "" : "–"}</span>}
                      {cell?.range ? <small>{cell.range}</small> : null}
                    </Td>
                  )
                }),
              )}
            </tr>
          ))}
        </tbody>
      </Table>
    </ScrollRegion>
  )
}
