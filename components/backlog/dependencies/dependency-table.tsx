import Link from "next/link"
import { Table, Td, Th } from "@/components/ui/table"
import { ITEM_STATUS_LABELS } from "@/server/backlog/domain/item"
import { estimateWords } from "../prepare-item"
import type { Dependencies } from "./prepare-dependencies"

type Props = { data: Dependencies; base: string }

/** The same dependencies as a table, in an order in which the work could be done. */
export function DependencyTable({ data, base }: Props) {
  const keyOf = new Map(data.items.map(({ id, key }) => [id, key]))
  const keys = (ids: string[]) =>
    ids
      .flatMap((id) => keyOf.get(id) ?? [])
      .map((key, index) => (
        <span key={key}>
          {index > 0 ? ", " : null}
          <Link href={`${base}/items/${key}`}>{key}</Link>
        </span>
      ))
  const rows = [...data.items].sort((a, b) => a.layer - b.layer)
  return (
    <Table label="Dependencies">
      <thead>
        <tr>
          <Th>Item</Th>
          <Th>State</Th>
          <Th num>Estimate</Th>
          <Th>Waits for</Th>
          <Th>Blocks</Th>
          <Th>Critical path</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((item) => (
          <tr key={item.id}>
            <Td>
              <Link className="plain" href={`${base}/items/${item.key}`}>
                <span className="ky">{item.key}</span> {item.title}
              </Link>
            </Td>
            <Td>{ITEM_STATUS_LABELS[item.status]}</Td>
            <Td num>
              {item.estimate === null ? <span className="muted">none</span> : estimateWords(item.estimate)}
            </Td>
            <Td>{keys(data.dependencies.filter(({ to }) => to === item.id).map(({ from }) => from))}</Td>
            <Td>{keys(data.dependencies.filter(({ from }) => from === item.id).map(({ to }) => to))}</Td>
            <Td>
              {data.critical.ids.includes(item.id) ? `Step ${data.critical.ids.indexOf(item.id) + 1}` : ""}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
