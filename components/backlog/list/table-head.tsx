"use client"
import type { ReactNode } from "react"
import { classNames } from "@/components/ui/class-names"
import type { ItemFilter, ItemSort } from "@/server/backlog/domain/item-filter"
import { ariaSort, nextSort } from "../prepare-filter"

type Props = {
  filter: ItemFilter
  onFilter: (filter: ItemFilter) => void
  /** Whether all rows on the screen are chosen. */
  allChosen: boolean
  onChooseAll: (all: boolean) => void
}

/** Column heads: a press sorts, a second reverses, a third returns to manual order. */
export function TableHead({ filter, onFilter, allChosen, onChooseAll }: Props) {
  const head = (field: ItemSort["field"], className: string, children: ReactNode, spoken?: string) => {
    const direction = ariaSort(filter, field)
    return (
      <th scope="col" className={className} aria-sort={direction}>
        <button
          type="button"
          className={classNames("sort", direction)}
          aria-label={spoken}
          onClick={() => onFilter({ ...filter, sort: nextSort(filter.sort, field) })}
        >
          {children}
        </button>
      </th>
    )
  }
  return (
    <thead>
      <tr>
        <th scope="col" className="cb">
          <input
            type="checkbox"
            aria-label="Select all loaded items"
            checked={allChosen}
            onChange={(event) => onChooseAll(event.target.checked)}
          />
        </th>
        {head("rank", "rk num", "#", "Manual order")}
        {head("title", "ti", "Item")}
        <th scope="col" className="lb">
          Labels
        </th>
        {head("type", "kd", "Kind")}
        {head("status", "stt", "State")}
        {head("product", "pr", "Product")}
        {head("estimate", "es num", "Estimate")}
        {head("due", "du", "Due")}
        {head("updated", "up", "Changed")}
        {head("owner", "ow", "Owner")}
      </tr>
    </thead>
  )
}
