import type { NamedPerson } from "@/server/products/domain/product"
import type { Standing, Summary } from "./grade"
import type { KeyResultDefinition } from "./key-result"
import type { ObjectiveState } from "./objective"

/** A key result with how it stands today. Numbers are decimal text, days "YYYY-MM-DD". */
export type KeyResultRow = KeyResultDefinition & {
  id: string
  objectiveId: string
  owner: NamedPerson | null
  rhythmDays: number
  version: number
  standing: Standing
}

/** An objective as a row of a list. */
export type ObjectiveRow = {
  id: string
  /** "O-3". */
  key: string
  title: string
  state: ObjectiveState
  periodStart: string
  periodEnd: string
  owner: NamedPerson | null
  domain: { id: string; key: string; name: string } | null
  version: number
  updatedAt: string
}

/** `summary` is null without key results. Dropped key results are left out. */
export type ListedObjective = ObjectiveRow & { keyResults: KeyResultRow[]; summary: Summary | null }

/** One measurement; `supersededBy` names the row that corrects it. `value` is null where it was withdrawn. */
export type MeasurementRow = {
  id: string
  measuredOn: string
  value: string | null
  note: string
  by: NamedPerson
  recordedAt: string
  supersedes: string | null
  supersededBy: string | null
  reason: string | null
}

/** A product or an item that works on a key result or an initiative. */
export type LinkedSubject = {
  linkId: string
  note: string
} & (
  | { type: "product"; id: string; slug: string; name: string; domain: string }
  | { type: "item"; id: string; key: string; title: string; open: boolean; product: string | null }
)

/** Products first, then items, each by name. */
export function byKind(a: LinkedSubject, b: LinkedSubject): number {
  if (a.type !== b.type) return a.type === "product" ? -1 : 1
  const word = (link: LinkedSubject) => (link.type === "product" ? link.name : link.key)
  return word(a).localeCompare(word(b), "en", { numeric: true })
}
