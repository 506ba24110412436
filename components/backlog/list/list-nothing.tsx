"use client"
import Link from "next/link"
import { errorMessage } from "@/components/api/errors"
import { useWorkspace } from "@/components/api/workspace"
import { Button, buttonClass } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { ErrorState } from "@/components/ui/error-state"
import type { ItemFilter } from "@/server/backlog/domain/item-filter"
import { isFiltered, withoutFilters } from "../prepare-filter"

type Props = {
  error: unknown
  retry: () => void
  filter: ItemFilter
  onFilter: (filter: ItemFilter) => void
  onCreate: () => void
}

/** In place of a list or board that has nothing to show: why, and what to do. */
export function ListNothing({ error, retry, filter, onFilter, onCreate }: Props) {
  const { workspace, may } = useWorkspace()
  if (error) {
    return (
      <ErrorState title="The backlog could not be read" retry={retry}>
        {errorMessage(error)}
      </ErrorState>
    )
  }
  if (isFiltered(filter)) {
    return (
      <EmptyState
        title="No item matches"
        action={<Button onClick={() => onFilter(withoutFilters(filter))}>Clear filters</Button>}
      >
        Every item of the backlog is hidden by the search or a filter above.
      </EmptyState>
    )
  }
  const mayCreate = may("backlog.edit")
  return (
    <EmptyState
      title="The backlog is empty"
      action={
        <span className="flex flex-wrap gap-2">
          <Button
            variant="primary"
            disabledReason={mayCreate.ok ? undefined : mayCreate.reason}
            onClick={onCreate}
          >
            Create item
          </Button>
          {may("backlog.import").ok ? (
            <Link className={buttonClass()} href={`/${workspace.slug}/backlog/import`}>
              Import items from CSV
            </Link>
          ) : null}
        </span>
      }
      sample={<Sample />}
    >
      Questions, ideas and work for your data products stand here in one order. Start with a question somebody
      asked, or bring the backlog of another tool.
    </EmptyState>
  )
}

function Sample() {
  return (
    <table className="data list" aria-label="Sample item">
      <tbody>
        <tr>
          <td className="num">1</td>
          <td>
            <span className="ky">FUL-1</span> Why do Saturday promises miss in the north?
          </td>
          <td>Question</td>
          <td>Idea</td>
        </tr>
      </tbody>
    </table>
  )
}
