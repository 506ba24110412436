import { no, type Verdict, yes } from "@/server/kernel/domain/verdict"

const UNDO_HOURS = 24

/** Whether an import may be taken back now; whether its items were changed since, only the server can tell. */
export function mayUndoImport(
  row: { status: "uploaded" | "applied" | "undone"; appliedAt: string | null },
  now: string,
): Verdict {
  if (row.status === "undone") return no("This import was undone already")
  if (row.status === "uploaded" || row.appliedAt === null) return no("This file was not imported yet")
  const hours = (Date.parse(now) - Date.parse(row.appliedAt)) / 3_600_000
  return hours <= UNDO_HOURS
    ? yes
    : no(`An import can be undone within ${UNDO_HOURS} hours; this one is older`)
}
