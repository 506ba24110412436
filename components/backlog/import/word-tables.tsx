"use client"
import { SectionHead } from "@/components/ui/section-head"
import { Select } from "@/components/ui/select"
import { Table, Td, Th } from "@/components/ui/table"
import type { ImportMapping } from "@/server/backlog/domain/import/mapping"
import type { Choices } from "../use-choices"
import type { Detection } from "./import-data"
import {
  STATUS_OPTIONS,
  TYPE_OPTIONS,
  WORD_TARGETS,
  type WordKind,
  withWord,
  wordRows,
} from "./prepare-import"

type Props = {
  detection: Detection
  mapping: ImportMapping
  choices: Choices
  onChange: (mapping: ImportMapping) => void
}

const TITLES: Record<WordKind, { title: string; empty: string }> = {
  statuses: { title: "States", empty: "Not known: its rows are errors" },
  types: { title: "Kinds", empty: "Not known: its rows are errors" },
  owners: { title: "People", empty: "Keep the name as custom field" },
}
const SHOWN = 40

/** What the words of the file mean here: states, kinds and people. Unknown ones come first. */
export function WordTables({ detection, mapping, choices, onChange }: Props) {
  const options = { statuses: STATUS_OPTIONS, types: TYPE_OPTIONS, owners: choices.people }
  const kinds = (Object.keys(TITLES) as WordKind[]).filter((kind) =>
    mapping.columns.some(({ target }) => target === WORD_TARGETS[kind]),
  )
  return kinds.map((kind) => {
    const rows = wordRows(kind, mapping, detection.unknown[kind])
    if (rows.length === 0) return null
    const { title, empty } = TITLES[kind]
    const open = rows.filter(({ value }) => !value).length
    return (
      <section key={kind} className="mt-8" aria-labelledby={`words-${kind}`}>
        <SectionHead
          id={`words-${kind}`}
          title={title}
          note={open > 0 ? `${open} of ${rows.length} words are not known` : "All words are known"}
        />
        <Table label={`${title} of the file`}>
          <thead>
            <tr>
              <Th>In the file</Th>
              <Th>Becomes</Th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, SHOWN).map(({ word, value, guessed }) => (
              <tr key={word}>
                <Th scope="row">{word}</Th>
                <Td className="target">
                  <Select
                    aria-label={`${word} becomes`}
                    options={options[kind]}
                    empty={empty}
                    value={value}
                    onChange={(event) => onChange(withWord(mapping, kind, word, event.target.value))}
                  />
                  {guessed ? <small>Guessed</small> : null}
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
        {rows.length > SHOWN ? (
          <p className="hint mt-2">
            The first {SHOWN} of {rows.length}. The others stay as guessed, or as custom field.
          </p>
        ) : null}
      </section>
    )
  })
}
