import type { RecordedFact } from "@/server/kernel/context"
import type { AuditTarget } from "@/server/kernel/domain/audit-event"
import { HIDDEN_VALUE } from "../domain/blind-round"
import type { ScoreInputs } from "../domain/check-inputs"
import type { FrameworkRow } from "./framework-rows"
import type { ScorableItem } from "./own-scores"

export type WantedScore = { itemId: string; inputs: ScoreInputs; note?: string | undefined; version: number }

type Entry = { inputs: Record<string, number>; note: string }
export type ScoreChange = { item: ScorableItem; before: Entry | null; after: Entry; version: number }

function given(inputs: ScoreInputs): Record<string, number> {
  const values = Object.entries(inputs).filter(
    (entry): entry is [string, number] => typeof entry[1] === "number",
  )
  return Object.fromEntries(values.sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** What really changes, by item so that two calls lock rows in one order; and the items whose version is stale. */
export function changedScores(present: ReadonlyMap<string, ScorableItem>, wanted: readonly WantedScore[]) {
  const changes: ScoreChange[] = []
  const outdated: { itemId: string; key: string; inputs: ScoreInputs; note: string; version: number }[] = []
  for (const { itemId, inputs, note, version } of wanted) {
    const item = present.get(itemId)!
    const { mine } = item
    const before = mine && { inputs: given(mine.inputs), note: mine.note }
    const after = { inputs: given({ ...mine?.inputs, ...inputs }), note: note ?? mine?.note ?? "" }
    const empty = JSON.stringify({ inputs: {}, note: "" })
    if (JSON.stringify(after) === (before ? JSON.stringify(before) : empty)) continue
    if ((mine?.version ?? 0) === version) changes.push({ item, before, after, version })
    else
      outdated.push({
        itemId,
        key: item.key,
        inputs: mine?.inputs ?? {},
        note: mine?.note ?? "",
        version: mine?.version ?? 0,
      })
  }
  changes.sort((a, b) => (a.item.id < b.item.id ? -1 : 1))
  return { changes, outdated }
}

/** One record for the whole call, found under each item and each product. In a blind round it holds no values. */
export function scoreFact(
  framework: FrameworkRow,
  changes: readonly ScoreChange[],
  blind: boolean,
): RecordedFact {
  const { name } = framework.definition
  const products = new Map(
    changes.flatMap(({ item: { product } }) => (product ? [[product.id, product.name] as const] : [])),
  )
  const targets: AuditTarget[] = [
    ...changes.map(({ item }) => ({ type: "item", id: item.id, name: item.key })),
    ...[...products].map(([id, product]) => ({ type: "product", id, name: product })),
    { type: "framework", id: framework.id, name: `${name} version ${framework.version}` },
  ]
  const what = changes.length === 1 ? changes[0]!.item.key : `${changes.length} items`
  const side = (pick: (change: ScoreChange) => Entry | null) =>
    hide(
      blind,
      Object.assign(
        {},
        ...changes.map((change) => named(framework, change, changes.length > 1, pick(change))),
      ),
    )
  return {
    targets,
    summary: `Scored ${what} with ${name} version ${framework.version}`,
    before: side((change) => change.before),
    after: side((change) => change.after),
  }
}

type Fields = Record<string, string | number | null>

const hide = (blind: boolean, fields: Fields): Fields =>
  blind ? Object.fromEntries(Object.keys(fields).map((name) => [name, HIDDEN_VALUE])) : fields

/** What changed of one item, by the words of the criteria: "FUL-188 Job size": 5. Null is "not given". */
function named(
  { definition }: FrameworkRow,
  { item, before, after }: ScoreChange,
  many: boolean,
  entry: Entry | null,
) {
  const fields: Fields = {}
  const prefix = many ? `${item.key} ` : ""
  for (const { key, name } of definition.criteria) {
    if ((before?.inputs[key] ?? null) !== (after.inputs[key] ?? null))
      fields[`${prefix}${name}`] = entry?.inputs[key] ?? null
  }
  if ((before?.note ?? "") !== after.note) fields[`${prefix}Note`] = entry?.note ?? ""
  return fields
}
