"use client"
import { useAddress } from "@/components/shell/use-address"
import { Button } from "@/components/ui/button"
import { FilterButton } from "@/components/ui/filter-button"
import { APPROVAL_STATES, STATE_LABELS } from "@/server/approvals/domain/approval"
import type { InboxFilter } from "@/server/approvals/domain/inbox"
import { ALL_KINDS, APPROVAL_KINDS } from "@/server/approvals/domain/kinds"
import { EMPTY_INBOX_FILTER, inboxParams, isUnfiltered } from "./prepare-inbox"

const kinds = ALL_KINDS.map((value) => ({ value, label: APPROVAL_KINDS[value].label }))
const states = APPROVAL_STATES.map((value) => ({ value, label: STATE_LABELS[value] }))
const more = [
  { value: "overdue", label: "Past the due date" },
  { value: "unread", label: "Unread" },
]

/** Filters of the inbox; the address holds them. */
export function InboxFilters({ filter }: { filter: InboxFilter }) {
  const { replace } = useAddress()
  const apply = (changes: Partial<InboxFilter>) => replace(inboxParams({ ...filter, ...changes }))
  return (
    <search className="filters">
      <FilterButton
        label="Kind"
        options={kinds}
        chosen={filter.kinds}
        onChange={(chosen) => apply({ kinds: ALL_KINDS.filter((kind) => chosen.includes(kind)) })}
      />
      <FilterButton
        label="State"
        options={states}
        chosen={filter.states}
        onChange={(chosen) => apply({ states: APPROVAL_STATES.filter((state) => chosen.includes(state)) })}
      />
      <FilterButton
        label="Only"
        any="no limit"
        options={more}
        chosen={more.map(({ value }) => value).filter((value) => filter[value as "overdue" | "unread"])}
        onChange={(chosen) =>
          apply({ overdue: chosen.includes("overdue"), unread: chosen.includes("unread") })
        }
      />
      {isUnfiltered(filter) ? null : (
        <Button
          size="small"
          variant="quiet"
          onClick={() => apply({ ...EMPTY_INBOX_FILTER, view: filter.view })}
        >
          Clear filters
        </Button>
      )}
    </search>
  )
}
