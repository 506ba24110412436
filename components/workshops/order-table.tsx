import Link from "next/link"
import { Table, Td, Th } from "@/components/ui/table"
import { changeWords, fateWords, type OrderRow } from "./prepare-workshop"

type Props = { rows: readonly OrderRow[]; base: string; rounds: number }

/** The order with a reason per item, and the places won or lost. */
export function OrderTable({ rows, base, rounds }: Props) {
  return (
    <Table label="The order" className="order-table">
      <thead>
        <tr>
          <Th num>Rank</Th>
          <Th>Item</Th>
          <Th num>Score</Th>
          <Th className="why-cell">Why</Th>
          {rounds > 1 ? <Th num>Round 1</Th> : null}
          <Th num>
            Backlog<small>place before</small>
          </Th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ item, rank, score, sentence, lifts, holdsDown, tie, firstRank, change }) => {
          const fate = fateWords(item)
          return (
            <tr key={item.itemId}>
              <Td num>{rank === null ? "–" : <b>{rank}</b>}</Td>
              <Th scope="row">
                <span className="ky">{item.key}</span>{" "}
                {item.fate === "gone" ? (
                  item.title
                ) : (
                  <Link href={`${base}/items/${item.key}`}>{item.title}</Link>
                )}
                {fate ? <small>{fate}</small> : null}
                <small className="why-below">{sentence}</small>
              </Th>
              <Td num>
                <b>{score}</b>
              </Td>
              <Td className="why-cell">
                {sentence}
                <small>{[lifts, holdsDown, tie].filter(Boolean).join(" ")}</small>
              </Td>
              {rounds > 1 ? <Td num>{firstRank ?? "–"}</Td> : null}
              <Td num>
                {item.place}
                {rank === null ? null : <small>{changeWords(change)}</small>}
              </Td>
            </tr>
          )
        })}
      </tbody>
    </Table>
  )
}
