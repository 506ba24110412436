import { type SQL, sql } from "drizzle-orm"
import { items } from "@/db/schema/backlog"
import { ITEM_TYPES, type ItemType } from "../domain/item"
import type { LaneBy } from "../domain/wip"

/** The lane of an item as text, one row per label; null when it lies in none. */
export const laneOf: Record<LaneBy, SQL> = {
  owner: sql`${items.ownerId}::text`,
  product: sql`${items.productId}::text`,
  type: sql`${items.type}`,
  label: sql`unnest(case when cardinality(${items.labels}) = 0 then array[null]::text[] else ${items.labels} end)`,
  parent: sql`${items.parentId}::text`,
}

/** The items of one lane; null: of those that lie in none. */
export function inLane(by: LaneBy, value: string | null): SQL {
  if (by === "label")
    return value === null ? sql`cardinality(${items.labels}) = 0` : sql`${value} = any(${items.labels})`
  return value === null ? sql`${laneOf[by]} is null` : sql`${laneOf[by]} = ${value}`
}

/** By kind in the order of kinds, else by name; those without come last. */
export function compareLanes(by: LaneBy) {
  const place = ({ value, name }: { value: string | null; name: string }) =>
    value === null ? "2" : by === "type" ? `1${ITEM_TYPES.indexOf(value as ItemType)}` : `1${name}`
  return (a: { value: string | null; name: string }, b: { value: string | null; name: string }) =>
    place(a).localeCompare(place(b), "en", { numeric: true })
}

/** What the lane of those without is called. */
export const WITHOUT: Record<LaneBy, string> = {
  owner: "Nobody",
  product: "No product",
  type: "No kind",
  label: "No label",
  parent: "No parent",
}
