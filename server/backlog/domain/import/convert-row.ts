import { convertCustom } from "./convert-custom"
import { type FieldReader, fieldReaderFor } from "./convert-field"
import type { ConvertedRow } from "./converted-row"
import type { ImportMapping } from "./mapping"
import { rowProblem } from "./row-problem"
import type { SourceRow } from "./source-row"

export type RowConverter = {
  convert: (row: SourceRow) => ConvertedRow
  /** Names of the custom fields the file speaks of: empty in a row means "take it away". */
  customNames: readonly string[]
}

/**
 * Prepares a mapping once and converts rows with it: one map look-up and one check per cell with content, no schema
 * in the loop. Never throws; a row with an `error` problem must not be imported.
 */
export function rowConverter(mapping: ImportMapping): RowConverter {
  const readers = new Map<string, FieldReader>()
  const mapped: [header: string, reader: FieldReader][] = []
  for (const column of mapping.columns) {
    const reader = fieldReaderFor(column, mapping)
    readers.set(column.header, reader)
    if (reader.whenEmpty) mapped.push([column.header, reader])
  }
  const customNames = [...readers.values()].flatMap((reader) =>
    reader.customName === null ? [] : [reader.customName],
  )

  function convert({ row, line, record, extraCells }: SourceRow): ConvertedRow {
    const out: ConvertedRow = {
      row,
      line,
      externalKey: null,
      externalId: null,
      itemKey: null,
      parentRef: undefined,
      fields: {},
      custom: {},
      problems: [],
    }
    for (const [header, reader] of mapped) {
      if (!Object.hasOwn(record, header)) reader.whenEmpty?.(out, header)
    }
    for (const header of Object.keys(record)) {
      const reader = readers.get(header)
      if (reader) reader.read(out, header, record[header]!)
      else convertCustom(out, header, header, record[header]!, mapping.unguardFormulas)
    }
    if (extraCells > 0) {
      const cells = extraCells === 1 ? "1 cell" : `${extraCells} cells`
      out.problems.push(
        rowProblem(
          "warning",
          row,
          null,
          null,
          `The row has ${cells} beyond the header; they are kept as custom fields`,
        ),
      )
    }
    return out
  }
  return { convert, customNames: [...new Set(customNames)] }
}
