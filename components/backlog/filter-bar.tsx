"use client"
import dynamic from "next/dynamic"
import { type ReactNode, type Ref, useState } from "react"
import { SearchBox } from "@/components/ui/search-box"
import type { ItemFilter } from "@/server/backlog/domain/item-filter"
import { withoutFilters } from "./prepare-filter"
import type { Choices } from "./use-choices"

// Drawn on the server; what makes it work comes right after the rows.
const FilterChoices = dynamic(() => import("./filter-choices"))

type Props = {
  filter: ItemFilter
  onChange: (filter: ItemFilter) => void
  choices: Choices
  /** Labels seen so far; there is no list of all labels. */
  labels: readonly string[]
  searchRef: Ref<HTMLInputElement>
  /** At the right: how the view is laid out. */
  children?: ReactNode
}

/** Search and filters, each saying its state; the address holds them. */
export function FilterBar({ filter, onChange, choices, labels, searchRef, children }: Props) {
  // A new field for each clearing: what was typed into the old one and not yet searched for is forgotten.
  const [cleared, setCleared] = useState(0)
  const clear = () => {
    setCleared((times) => times + 1)
    onChange(withoutFilters(filter))
  }
  return (
    <search className="filters">
      <SearchBox
        key={cleared}
        label="Search items"
        placeholder="Search items   /"
        text={filter.search}
        onSearch={(search) => onChange({ ...filter, search })}
        inputRef={searchRef}
      />
      <FilterChoices filter={filter} onChange={onChange} onClear={clear} choices={choices} labels={labels} />
      {children ? <span className="tools">{children}</span> : null}
    </search>
  )
}
