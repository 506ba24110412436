import { stringify } from "csv-stringify/sync"
import { guardFormula } from "@/server/backlog/domain/export-cell"
import { EXPORT_BOM } from "@/server/backlog/domain/export-csv"
import type { AccessRow } from "./access-row"
import { lastDayOf, PURPOSE_LABELS, rightsWords } from "./request"

const HEADERS = [
  "Person",
  "Kind",
  "Product or data asset",
  "Product",
  "Rights",
  "Purpose",
  "Reason",
  "Asked by",
  "Asked at",
  "Approved at",
  "Began",
  "Last day asked for",
  "Ended or ends",
  "Revoked because",
  "Set up by",
  "Set up on",
  "Evidence",
  "Removed by",
  "Removed on",
  "Evidence of removal",
]

/** Text of a CSV file in which no cell is taken for a formula. */
export function safeCsv(headers: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = [headers, ...rows].map((row) => row.map(guardFormula))
  return EXPORT_BOM + stringify(cells, { quoted: true, quoted_empty: true, record_delimiter: "windows" })
}

/** Who has or had access, one line each. */
export function accessCsv(rows: readonly AccessRow[]): string {
  return safeCsv(
    HEADERS,
    rows.map((row) => [
      row.beneficiary.name,
      row.subject.type === "asset" ? "Data asset" : "Product",
      row.subject.name,
      row.product?.name ?? "",
      rightsWords(row.rights),
      PURPOSE_LABELS[row.purpose],
      row.reason,
      row.requester.name,
      row.requestedAt,
      row.approvedAt ?? "",
      row.begins,
      lastDayOf(row.validUntil),
      row.ends,
      row.revocation?.reason ?? "",
      row.granted?.by ?? "",
      row.granted?.on ?? "",
      row.granted?.evidence ?? "",
      row.removed?.by ?? "",
      row.removed?.on ?? "",
      row.removed?.evidence ?? "",
    ]),
  )
}
