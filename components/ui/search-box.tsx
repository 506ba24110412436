"use client"
import { type Ref, useEffect, useState } from "react"

type Props = {
  /** What is looked for, for screen readers: "Search items". */
  label: string
  placeholder?: string
  /** The words searched for now; changed from outside (a link, Clear filters) they replace what was typed. */
  text: string
  onSearch: (text: string) => void
  inputRef?: Ref<HTMLInputElement>
}

/**
 * Searches a moment after the last letter; Enter and going on to something else at once, lest the late answer takes
 * back where that led. Escape clears and leaves.
 */
export function SearchBox({ label, placeholder = label, text, onSearch, inputRef }: Props) {
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
      aria-label={label}
      placeholder={placeholder}
      maxLength={200}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={({ relatedTarget }) => {
        if (relatedTarget && typed.trim() !== text) onSearch(typed.trim())
      }}
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
