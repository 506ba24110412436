"use client"
import type { MouseEvent } from "react"
import { classNames } from "@/components/ui/class-names"
import type { ItemFilter, SortField } from "@/server/backlog/domain/item-filter"
import { ariaSort, nextSort, sortPlace } from "../prepare-filter"
import type { ListColumn } from "./prepare-columns"

type Props = {
  filter: ItemFilter
  onFilter: (filter: ItemFilter) => void
  columns: readonly ListColumn[]
  /** Whether all items that match are chosen, or at least all that are loaded. */
  allChosen: boolean
  onChooseAll: (all: boolean) => void
}

/** Column heads: a press sorts, a second reverses, a third returns to manual order; Shift sorts by one more. */
export function TableHead({ filter, onFilter, columns, allChosen, onChooseAll }: Props) {
  const head = (
    sort: SortField | null,
    className: string,
    label: string,
    more: { spoken?: string; width?: number } = {},
  ) => {
    const direction = sort ? ariaSort(filter, sort) : undefined
    const part = sort ? sortPlace(filter, sort) : null
    const look = part ? (part.dir === "asc" ? "ascending" : "descending") : direction
    const press = (event: MouseEvent) =>
      sort && onFilter({ ...filter, sort: nextSort(filter.sort, sort, event.shiftKey) })
    return (
      <th
        key={label + className}
        scope="col"
        className={className}
        aria-sort={direction}
        style={more.width ? { width: more.width } : undefined}
      >
        {sort ? (
          <button
            type="button"
            className={classNames("sort", look)}
            aria-label={more.spoken}
            title={sort === "rank" ? undefined : "Sort; hold Shift to sort by one more"}
            onClick={press}
          >
            {label}
            {part && filter.sort.length > 1 ? <sup aria-hidden="true">{part.place}</sup> : null}
          </button>
        ) : (
          label
        )}
      </th>
    )
  }
  return (
    <thead>
      <tr>
        <th scope="col" className="cb">
          <input
            type="checkbox"
            aria-label="Select all items"
            checked={allChosen}
            onChange={(event) => onChooseAll(event.target.checked)}
          />
        </th>
        {head("rank", "rk num", "#", { spoken: "Manual order" })}
        {head("title", "ti", "Item")}
        {columns.map(({ sort, className, label, width }) => head(sort, className, label, { width }))}
      </tr>
    </thead>
  )
}
