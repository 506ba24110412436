import type { ItemStatus, ItemType } from "../item"
import type { ConvertedRow } from "./converted-row"

/** What an import compares with: an item as it stands. `parentId` is compared after the parent was resolved. */
export type ItemSnapshot = {
  title: string
  description: string
  type: ItemType
  status: ItemStatus
  ownerId: string | null
  labels: readonly string[]
  estimate: number | null
  dueDate: string | null
  quarter: string | null
  parentId: string | null
  custom: Readonly<Record<string, string>>
}

export type ItemPatch = { -readonly [K in keyof ItemSnapshot]?: ItemSnapshot[K] }

/** One difference, for the dry run. Custom fields are named `custom: Name`. */
export type FieldChange = { field: string; from: unknown; to: unknown }

export type RowOutcome =
  | { kind: "create"; item: ItemSnapshot }
  | { kind: "update"; patch: ItemPatch; changes: FieldChange[] }
  | { kind: "unchanged" }

export type DiffContext = {
  defaults: { type: ItemType; status: ItemStatus }
  /** Custom fields the file has columns for (`RowConverter.customNames`): empty in the row removes them. */
  customNames: readonly string[]
  /** Id of the row's parent; undefined leaves the parent as it is. */
  parentId: string | null | undefined
}

/** What a row does: make an item, change some fields of `existing`, or nothing. Importing a file twice ends in `unchanged`. */
export function diffRow(row: ConvertedRow, existing: ItemSnapshot | null, context: DiffContext): RowOutcome {
  const { fields } = row
  if (!existing) {
    const item: ItemSnapshot = {
      title: fields.title ?? "",
      description: fields.description ?? "",
      type: fields.type ?? context.defaults.type,
      status: fields.status ?? context.defaults.status,
      ownerId: fields.ownerId ?? null,
      labels: fields.labels ?? [],
      estimate: fields.estimate ?? null,
      dueDate: fields.dueDate ?? null,
      quarter: fields.quarter ?? null,
      parentId: context.parentId ?? null,
      custom: row.custom,
    }
    return { kind: "create", item }
  }
  const patch: ItemPatch = {}
  const changes: FieldChange[] = []
  const compare = <K extends keyof ItemSnapshot>(
    field: K,
    to: ItemSnapshot[K] | undefined,
    same: boolean,
  ) => {
    if (to === undefined || same) return
    patch[field] = to
    changes.push({ field, from: existing[field], to })
  }
  for (const field of [
    "title",
    "description",
    "type",
    "status",
    "ownerId",
    "estimate",
    "dueDate",
    "quarter",
  ] as const)
    compare(field, fields[field], fields[field] === existing[field])
  compare("labels", fields.labels, sameSet(fields.labels ?? [], existing.labels))
  compare("parentId", context.parentId, context.parentId === existing.parentId)
  const custom = mergeCustom(row, existing.custom, context.customNames, changes)
  if (custom) patch.custom = custom
  return changes.length === 0 ? { kind: "unchanged" } : { kind: "update", patch, changes }
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((value) => b.includes(value))
}

/** The custom fields after the row, or null when nothing changes. Fields the file does not speak of stay. */
function mergeCustom(
  { custom }: ConvertedRow,
  existing: Readonly<Record<string, string>>,
  customNames: readonly string[],
  changes: FieldChange[],
): Record<string, string> | null {
  const before = changes.length
  const merged = { ...existing }
  for (const name of new Set([...customNames, ...Object.keys(custom)])) {
    const from = Object.hasOwn(existing, name) ? existing[name] : undefined
    const to = Object.hasOwn(custom, name) ? custom[name] : undefined
    if (from === to) continue
    if (to === undefined) delete merged[name]
    else merged[name] = to
    changes.push({ field: `custom: ${name}`, from: from ?? null, to: to ?? null })
  }
  return changes.length > before ? merged : null
}
