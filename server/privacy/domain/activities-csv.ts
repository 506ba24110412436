import { stringify } from "csv-stringify/sync"
import { guardFormula } from "@/server/backlog/domain/export-cell"
import { EXPORT_BOM } from "@/server/backlog/domain/export-csv"
import { activityPoints } from "./activity-content"
import type { ActivityGap } from "./activity-gaps"
import { ACTIVITY_STATE_LABELS, type ActivityState } from "./activity-state"
import type { ActivityFields } from "./processing-activity"

type Line = {
  key: string
  version: number
  state: ActivityState
  gaps: readonly ActivityGap[]
  fields: ActivityFields
  products: { name: string }[]
  assessment: { key: string; name: string; state: string } | null
  owner: { name: string } | null
}

/** Points that only one of the two roles has, so that both fit one table. */
const SAME: Record<string, string> = { "Controllers worked for": "Controller" }
const COLUMNS = [
  ...["Role", "Controller", "Joint controllers", "Representative", "Data protection officer", "Purposes"],
  ...["Done for each controller", "Legal basis", "Condition for special categories", "People", "Data"],
  ...["Recipients", "Processors and other parties", "Transfers", "Erased", "Security", "Products"],
  ...["Impact assessment", "Answers for it", "Next review"],
]

/** One line for each entry. No cell is taken for a formula; several values of a cell stand on lines of their own. */
export function activitiesCsv(lines: readonly Line[]): string {
  const rows = lines.map((line) => {
    const points = activityPoints(line).map(
      ({ label, values }) => [SAME[label] ?? label, values.join("\n")] as const,
    )
    const values = new Map(points)
    const missing = line.gaps.map((gap) => `${gap.article} ${gap.missing}`).join("\n")
    return [
      ...[line.key, line.fields.name, ACTIVITY_STATE_LABELS[line.state], String(line.version)],
      ...COLUMNS.map((column) => values.get(column) ?? ""),
      missing,
    ]
  })
  const header = ["Key", "Name", "State", "Version", ...COLUMNS, "Missing"]
  const cells = [header, ...rows].map((row) => row.map(guardFormula))
  return EXPORT_BOM + stringify(cells, { quoted: true, quoted_empty: true, record_delimiter: "windows" })
}
