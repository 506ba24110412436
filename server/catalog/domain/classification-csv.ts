import { stringify } from "csv-stringify/sync"
import { guardFormula } from "@/server/backlog/domain/export-cell"
import { EXPORT_BOM } from "@/server/backlog/domain/export-csv"

export type ClassificationLine = {
  product: string
  asset: string
  kind: string
  location: string
  field: string
  type: string
  level: string
  dataClass: string
  personal: boolean
  special: boolean
  decidedBy: string
  decidedAt: string
  reason: string
}

const HEADERS = [
  "Product",
  "Data asset",
  "Kind",
  "Location",
  "Field",
  "Type",
  "Level",
  "Class",
  "Personal",
  "Special category",
  "Decided by",
  "Decided at",
  "Reason",
]

/** The classification field by field. No cell is taken for a formula; unknown is written out, never left empty. */
export function classificationCsv(lines: readonly ClassificationLine[]): string {
  const rows = lines.map((line) => [
    line.product,
    line.asset,
    line.kind,
    line.location,
    line.field,
    line.type,
    line.level,
    line.dataClass,
    line.personal ? "yes" : "no",
    line.special ? "yes" : "no",
    line.decidedBy,
    line.decidedAt,
    line.reason,
  ])
  const cells = [HEADERS, ...rows].map((row) => row.map(guardFormula))
  return EXPORT_BOM + stringify(cells, { quoted: true, quoted_empty: true, record_delimiter: "windows" })
}
