import type { ActivityGap } from "./activity-gaps"
import type { ActivityFilter, ActivityState } from "./activity-state"
import { type ActivityFields, isSensitive } from "./processing-activity"

type Shown = { key: string; state: ActivityState; fields: ActivityFields; gaps: readonly ActivityGap[] }

/** Whether the filter finds an entry. Words are looked for in its key, name, purposes, people, data and recipients. */
export function fits({ key, state, fields, gaps }: Shown, filter: ActivityFilter): boolean {
  const { search, states, roles, productIds, marks } = filter
  const texts = [
    ...[key, fields.name, fields.purposes, ...fields.people, ...fields.recipients],
    ...fields.categories.map(({ name }) => name),
    ...fields.parties.map(({ name }) => name),
  ]
  const marked = {
    incomplete: gaps.length > 0,
    special: isSensitive(fields),
    transfer: fields.transfersOutside === true,
  }
  return (
    (states.length > 0 ? states.includes(state) : state !== "deprecated") &&
    (roles.length === 0 || roles.includes(fields.role)) &&
    (productIds.length === 0 || productIds.some((id) => fields.productIds.includes(id))) &&
    marks.every((mark) => marked[mark]) &&
    (search === "" || texts.some((text) => text.toLowerCase().includes(search.toLowerCase())))
  )
}
