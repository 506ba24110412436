import { Table, Td, Th } from "@/components/ui/table"
import type { Shown } from "./prepare-content"

/** Keys of what never changes order: the place in its list. */
const numbered = <T,>(items: readonly T[]) => items.map((item, index) => ({ item, key: String(index) }))

/** What is decided on, word for word, as labelled lists and tables. */
export function ContentTree({ shown, label }: { shown: Shown; label: string }) {
  if (shown.kind === "words") return <span className="words">{shown.words}</span>
  if (shown.kind === "list") {
    return (
      <ol className="content-list">
        {numbered(shown.items).map(({ item, key }) => (
          <li key={key}>
            <ContentTree shown={item} label={label} />
          </li>
        ))}
      </ol>
    )
  }
  if (shown.kind === "facts") {
    return (
      <dl className="content-facts">
        {numbered(shown.facts).map(({ item, key }) => (
          <div key={key}>
            <dt>{item.label}</dt>
            <dd>
              <ContentTree shown={item.value} label={item.label} />
            </dd>
          </div>
        ))}
      </dl>
    )
  }
  return (
    <Table label={label}>
      <thead>
        <tr>
          {shown.columns.map((column) => (
            <Th key={column}>{column}</Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {numbered(shown.rows).map(({ item: row, key }) => (
          <tr key={key}>
            {numbered(row).map(({ item: cell, key: column }) => (
              <Td key={column}>
                <ContentTree shown={cell} label={label} />
              </Td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
