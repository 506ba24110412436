"use client"
import { type ReactNode, type Ref, useEffect, useState } from "react"
import { Button } from "@/components/ui/button"
import { FilterButton } from "@/components/ui/filter-button"
import { Menu } from "@/components/ui/menu"
import type { Choice } from "@/components/ui/prepare-options"
import type { ItemFilter } from "@/server/backlog/domain/item-filter"
import { isFiltered, withoutFilters } from "./prepare-filter"
import { filterFields } from "./prepare-filter-fields"
import type { Choices } from "./use-choices"

type Props = {
  filter: ItemFilter
  onChange: (filter: ItemFilter) => void
  choices: Choices
  /** Labels seen so far; there is no list of all labels. */
  labels: readonly string[]
  searchRef: Ref<HTMLInputElement>
  /** At the right: a note about the view. */
  children?: ReactNode
}

/** Search and filters, each saying its state; the address holds them. */
export function FilterBar({ filter, onChange, choices, labels, searchRef, children }: Props) {
  const [added, setAdded] = useState<readonly string[]>([])
  const fields = filterFields(filter, choices, labels)
  const shown = fields.filter(
    (field) => field.always || field.chosen.length > 0 || added.includes(field.name),
  )
  const hidden = fields.filter((field) => !shown.includes(field))
  return (
    <search className="filters">
      <SearchBox
        text={filter.search}
        inputRef={searchRef}
        onSearch={(search) => onChange({ ...filter, search })}
      />
      {shown.map((field) => (
        <FilterButton
          key={field.name}
          label={field.name}
          any={field.any}
          options={field.options as Choice[]}
          chosen={field.chosen}
          onChange={(chosen) => onChange({ ...filter, ...field.change(chosen) })}
        />
      ))}
      {hidden.length > 0 ? (
        <Menu
          align="start"
          trigger={
            <Button size="small" variant="quiet">
              Add filter
            </Button>
          }
          groups={[
            {
              entries: hidden.map((field) => ({
                label: field.name,
                onSelect: () => setAdded((names) => [...names, field.name]),
              })),
            },
          ]}
        />
      ) : null}
      {isFiltered(filter) ? (
        <Button size="small" variant="quiet" onClick={() => onChange(withoutFilters(filter))}>
          Clear filters
        </Button>
      ) : null}
      <span className="hint count">{children}</span>
    </search>
  )
}

type SearchProps = { text: string; inputRef: Ref<HTMLInputElement>; onSearch: (text: string) => void }

/** Asks the server a moment after the last letter; Enter at once, Escape clears and leaves. */
function SearchBox({ text, inputRef, onSearch }: SearchProps) {
  const [typed, setTyped] = useState(text)
  const [seen, setSeen] = useState(text)
  if (text !== seen) {
    setSeen(text)
    if (text !== typed.trim()) setTyped(text)
  }
  useEffect(() => {
    if (typed.trim() === text) return
    const timer = setTimeout(() => onSearch(typed.trim()), 250)
    return () => clearTimeout(timer)
  }, [typed, text, onSearch])
  return (
    <input
      ref={inputRef}
      type="search"
      className="control"
      aria-label="Search items"
      placeholder="Search items   /"
      maxLength={200}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === "Enter") onSearch(typed.trim())
        if (event.key !== "Escape") return
        event.preventDefault()
        setTyped("")
        onSearch("")
        event.currentTarget.blur()
      }}
    />
  )
}
