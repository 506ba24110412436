"use client"
import dynamic from "next/dynamic"
import { type ReactNode, type Ref, useEffect, useState } from "react"
import type { ItemFilter } from "@/server/backlog/domain/item-filter"
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
  return (
    <search className="filters">
      <SearchBox
        text={filter.search}
        inputRef={searchRef}
        onSearch={(search) => onChange({ ...filter, search })}
      />
      <FilterChoices filter={filter} onChange={onChange} choices={choices} labels={labels} />
      {children ? <span className="tools">{children}</span> : null}
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
