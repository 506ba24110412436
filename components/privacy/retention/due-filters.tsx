"use client"
import { ListFilters } from "@/components/shell/list-filters"
import { useAddress } from "@/components/shell/use-address"
import { FilterButton } from "@/components/ui/filter-button"
import type { DueFilter } from "@/server/privacy/domain/due-filter"
import { DUE_ORDER } from "@/server/privacy/domain/retention-dates"
import { DUE_STATES, dueParams } from "./prepare-retention"

const states = DUE_ORDER.map((value) => ({ value, label: DUE_STATES[value].word }))

/** Search and filter of the due dates. The address holds them. */
export function DueFilters({ filter, shown }: { filter: DueFilter; shown: number }) {
  const { replace } = useAddress()
  const apply = (changes: Partial<DueFilter>) => replace(dueParams({ ...filter, ...changes }))
  return (
    <ListFilters
      label="Search due dates"
      placeholder="Search data asset or rule"
      text={filter.search}
      onSearch={(search) => apply({ search })}
      found={`${shown} due ${shown === 1 ? "date" : "dates"}`}
      filtered={dueParams(filter).size > 0}
      onClear={() => replace(new URLSearchParams())}
    >
      <FilterButton
        label="State"
        options={states}
        chosen={filter.states}
        onChange={(chosen) => apply({ states: DUE_ORDER.filter((state) => chosen.includes(state)) })}
      />
    </ListFilters>
  )
}
