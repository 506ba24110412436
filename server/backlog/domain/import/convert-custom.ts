import { unguardFormula } from "../export-cell"
import { customNameOf } from "../export-columns"
import { ITEM_LIMITS, itemTextProblem } from "../item-limits"
import type { ConvertedRow } from "./converted-row"
import { rowProblem } from "./row-problem"

/** Name of the custom field a column is kept under. */
export function customFieldName(header: string, unguard: boolean): string {
  const name = customNameOf(unguard ? unguardFormula(header) : header)
  return name.length > ITEM_LIMITS.customName ? name.slice(0, ITEM_LIMITS.customName) : name
}

/** Keeps a cell as a custom field; the cells of a repeated column become lines of one text. */
export function convertCustom(
  out: ConvertedRow,
  header: string,
  name: string,
  cell: string | readonly string[],
  unguard: boolean,
): void {
  const read = (text: string) => (unguard ? unguardFormula(text) : text)
  let value = typeof cell === "string" ? read(cell) : cell.map(read).join("\n")
  if (Object.hasOwn(out.custom, name)) value = `${out.custom[name]}\n${value}`
  else if (Object.keys(out.custom).length >= ITEM_LIMITS.customFields) {
    const told = out.problems.some((problem) => problem.message.startsWith("More than"))
    const message = `More than ${ITEM_LIMITS.customFields} unknown columns have content here. Leave some of them out`
    if (!told) out.problems.push(rowProblem("error", out.row, header, value, message))
    return
  }
  const message = itemTextProblem("The cell", value, ITEM_LIMITS.customValue)
  if (message) out.problems.push(rowProblem("error", out.row, header, value, message))
  else out.custom[name] = value
}
