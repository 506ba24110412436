import Link from "next/link"
import { Table, Td, Th } from "@/components/ui/table"
import { changeWords, fateWords, type OrderRow } from "./prepare-workshop"

type Props = { rows: readonly OrderRow[]; base: string }

/** The order with a reason per item, and the places won or lost. */
export function OrderTable({ rows, base }: Props) {
  const rounds = (rows[0]?.earlier ?? []).map((_, index) => index + 1)
  return (
    <Table label="The order" className="order-table">
      <thead>
        <tr>
          <Th num>Rank</Th>
          <Th>Item</Th>
          <Th num>Score</Th>
          <Th className="why-cell">Why</Th>
          {rounds.map((round) => (
            <Th key={round} num>
              Round {round}
            </Th>
          ))}
          <Th num>
            Before<small>at the opening</small>
          </Th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ item, rank, score, sentence, lifts, holdsDown, tie, earlier, change }) => {
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
              {rounds.map((round) => (
                <Td key={round} num>
                  {earlier[round - 1] ?? "–"}
                </Td>
              ))}
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
