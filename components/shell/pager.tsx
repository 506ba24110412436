"use client"
import { useRef } from "react"
import { Button } from "@/components/ui/button"
import { PAGE_ROWS, pagesAround } from "./prepare-pages"
import { useAddress } from "./use-address"

type Props = {
  offset: number
  total: number
  /** Rows of a page, where it is not the usual number. */
  rows?: number
  /** The parameter of the address that holds the page. */
  name?: string
}

/** Which rows of a long list are shown, and the way to the others; nothing when all are. The address holds the page. */
export function Pager({ offset, total, rows = PAGE_ROWS, name = "page" }: Props) {
  const { set } = useAddress()
  const nav = useRef<HTMLElement>(null)
  const { words, previous, next } = pagesAround(offset, total, rows)
  if (previous === null && next === null) return null
  const go = (page: number | null) => {
    set(name, page === null || page === 1 ? null : String(page))
    nav.current?.closest("section, main")?.scrollIntoView()
  }
  return (
    <nav className="pager" aria-label="Pages" ref={nav}>
      <span id={`pager-${name}`} className="hint tab">
        {words}
      </span>
      <Button
        size="small"
        disabledReason={previous ? undefined : "This is the first page"}
        reasonId={`pager-${name}`}
        onClick={() => go(previous)}
      >
        Previous page
      </Button>
      <Button
        size="small"
        disabledReason={next ? undefined : "This is the last page"}
        reasonId={`pager-${name}`}
        onClick={() => go(next)}
      >
        Next page
      </Button>
    </nav>
  )
}
