import { Button } from "@/components/ui/button"
import { PAGE } from "./prepare-objective-pages"

type Props = { page: number; total: number; size?: number; onPage: (page: number) => void }

/** Earlier and later pages of a long list; nothing when there is one page. */
export function Pager({ page, total, size = PAGE, onPage }: Props) {
  const last = Math.max(1, Math.ceil(total / size))
  if (last === 1 && page === 1) return null
  const from = (page - 1) * size + 1
  return (
    <nav className="pager" aria-label="Pages">
      <Button
        size="small"
        disabledReason={page > 1 ? undefined : "This is the first page"}
        reasonId="pager-place"
        onClick={() => onPage(page - 1)}
      >
        Previous page
      </Button>
      <span id="pager-place" className="hint">
        {from.toLocaleString("en")} to {Math.min(total, from + size - 1).toLocaleString("en")} of{" "}
        {total.toLocaleString("en")}
      </span>
      <Button
        size="small"
        disabledReason={page < last ? undefined : "This is the last page"}
        reasonId="pager-place"
        onClick={() => onPage(page + 1)}
      >
        Next page
      </Button>
    </nav>
  )
}
