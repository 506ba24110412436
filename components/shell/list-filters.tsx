"use client"
import { type ReactNode, useState } from "react"
import { Button } from "@/components/ui/button"
import { SearchBox } from "@/components/ui/search-box"
import { useAnnounced } from "./use-announced"
import { useSearchKey } from "./use-search-key"

type Props = {
  /** What is looked for: "Search products"; the key "/" leads there. */
  label: string
  placeholder?: string
  text: string
  onSearch: (text: string) => void
  /** How much is shown, spoken when it changes: "12 products". */
  found?: string
  /** Whether anything is left out, so that it can be cleared. */
  filtered: boolean
  onClear: () => void
  /** The filters of the list. */
  children: ReactNode
}

/** Search and filters of a list, and the way back to all of it. The address of the page holds them. */
export function ListFilters({
  label,
  placeholder,
  text,
  onSearch,
  found = "",
  filtered,
  onClear,
  children,
}: Props) {
  const input = useSearchKey(label)
  // A new field for each clearing: what was typed into the old one and not yet searched for is forgotten.
  const [cleared, setCleared] = useState(0)
  useAnnounced(found)
  const clear = () => {
    setCleared((times) => times + 1)
    onClear()
  }
  return (
    <search className="filters">
      <SearchBox
        key={cleared}
        label={label}
        placeholder={placeholder}
        text={text}
        onSearch={onSearch}
        inputRef={input}
      />
      {children}
      {filtered ? (
        <Button size="small" variant="quiet" onClick={clear}>
          Clear filters
        </Button>
      ) : null}
    </search>
  )
}
