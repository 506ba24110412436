import type { ItemEvent } from "../item-data"
import { FIELD_LABELS, fieldWords } from "../prepare-conflict"

export type ChangeLine = { field: string; label: string; from: string; to: string }

const SHOWN = 160
const cut = (text: string) => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text)

/** What an event changed, as words. Ranks mean nothing by themselves; other features' events speak by their summary. */
export function changeLines(event: ItemEvent, nameOf: (id: string) => string | null): ChangeLine[] {
  return event.changes
    .filter(
      ({ field }) =>
        event.action.startsWith("backlog.") && field !== "rank" && Object.hasOwn(FIELD_LABELS, field),
    )
    .map(({ field, from, to }) => ({
      field,
      label: FIELD_LABELS[field] ?? field,
      from: cut(fieldWords(field, from, nameOf)),
      to: cut(fieldWords(field, to, nameOf)),
    }))
}
