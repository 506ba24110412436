import {
  ITEM_STATUS_LABELS,
  ITEM_TYPE_LABELS,
  type ItemStatus,
  type ItemType,
} from "@/server/backlog/domain/item"
import { fieldLabel, type GroupField } from "@/server/backlog/domain/item-fields"
import { itemCount } from "../prepare-filter"

/** A group as the server tells it; `value` null: items without one, "…": all further groups. */
export type Group = {
  value: string | null
  label: string | null
  count: number
  estimate: number
  estimated: number
}

/** A line of the list: a group's head, or the item at a place of the whole list. */
export type Line =
  | { kind: "group"; group: Group; at: number; closed: boolean }
  | { kind: "item"; place: number }

/** How lines of the screen and places of the list belong together. Lines count from 0. */
export type Lines = {
  count: number
  lineAt: (line: number) => Line
  /** The line of a place; that of its group's head when the group is closed. */
  lineOf: (place: number) => number
  /** The next place that is shown, going by 1 or -1; the place itself at an end. */
  step: (place: number, by: 1 | -1) => number
}

/** A list without groups: line and place are the same. */
export const plainLines = (total: number): Lines => ({
  count: total,
  lineAt: (place) => ({ kind: "item", place }),
  lineOf: (place) => place,
  step: (place, by) => Math.max(0, Math.min(place + by, total - 1)),
})

/** The key by which a closed group is remembered. */
export const groupKey = (group: Group) => group.value ?? ""

/** A list in groups: each has a head, closed ones hide their items. Look-ups halve, so 1,000 groups cost ten steps. */
export function groupedLines(groups: readonly Group[], closed: ReadonlySet<string>): Lines {
  const heads: number[] = []
  const firsts: number[] = []
  let line = 0
  let place = 0
  for (const group of groups) {
    heads.push(line)
    firsts.push(place)
    line += 1 + (closed.has(groupKey(group)) ? 0 : group.count)
    place += group.count
  }
  const isClosed = (at: number) => closed.has(groupKey(groups[at]!))
  const shown = (wanted: number): number | null => {
    const at = lastUpTo(firsts, wanted)
    return groups[at] && !isClosed(at) && wanted < firsts[at]! + groups[at].count ? wanted : null
  }
  return {
    count: line,
    lineAt(wanted) {
      const at = lastUpTo(heads, wanted)
      const beyond = wanted - heads[at]!
      if (beyond === 0) return { kind: "group", group: groups[at]!, at, closed: isClosed(at) }
      return { kind: "item", place: firsts[at]! + beyond - 1 }
    },
    lineOf(wanted) {
      const at = lastUpTo(firsts, wanted)
      return isClosed(at) ? heads[at]! : heads[at]! + 1 + wanted - firsts[at]!
    },
    step(from, by) {
      for (let at = from + by; at >= 0 && at < place; ) {
        if (shown(at) !== null) return at
        // A closed group is jumped over as a whole.
        const group = lastUpTo(firsts, at)
        at = by > 0 ? firsts[group]! + groups[group]!.count : firsts[group]! - 1
      }
      return from
    },
  }
}

/** Index of the last number that is not above `wanted`, in ascending numbers; the last of equal ones. */
function lastUpTo(numbers: readonly number[], wanted: number): number {
  let low = 0
  let high = numbers.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (numbers[middle]! <= wanted) low = middle
    else high = middle - 1
  }
  return low
}

const NONE: Partial<Record<GroupField, string>> = {
  owner: "Nobody",
  product: "No product",
  domain: "No domain",
  quarter: "No quarter",
  parent: "Part of nothing",
  labels: "No label",
}

/** What a group is called: "Doing", "Priya Raman", "No quarter". */
export function groupName(field: GroupField, { value, label }: Group): string {
  if (value === null) return NONE[field] ?? `No ${fieldLabel(field)}`
  if (field === "status") return ITEM_STATUS_LABELS[value as ItemStatus] ?? value
  if (field === "type") return ITEM_TYPE_LABELS[value as ItemType] ?? value
  return label ?? value
}

const points = (number: number) => number.toLocaleString("en-GB", { maximumFractionDigits: 2 })

/** "12 items, 34 points"; without any estimate "12 items, not estimated", with some missing "… (3 not estimated)". */
export function groupSum({ count, estimate, estimated }: Group): string {
  if (estimated === 0) return `${itemCount(count)}, not estimated`
  const missing = count - estimated
  return `${itemCount(count)}, estimate ${points(estimate)}${missing > 0 ? ` (${missing.toLocaleString("en-GB")} without)` : ""}`
}
