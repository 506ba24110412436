"use client"
import { useAddress } from "@/components/shell/use-address"
import { Button } from "@/components/ui/button"
import { pager } from "./prepare-lists"

type Props = { offset: number; shown: number; total: number }

/** Which rows are shown, and the way to the others. The address holds the page. */
export function Pager({ offset, shown, total }: Props) {
  const { set } = useAddress()
  const { words, previous, next } = pager(offset, shown, total)
  if (previous === null && next === null) return null
  const go = (page: number) => set("page", page === 1 ? null : String(page))
  return (
    <nav className="pager" aria-label="Pages">
      <span className="hint tab">{words}</span>
      {previous ? (
        <Button size="small" onClick={() => go(previous)}>
          Previous page
        </Button>
      ) : null}
      {next ? (
        <Button size="small" onClick={() => go(next)}>
          Next page
        </Button>
      ) : null}
    </nav>
  )
}
