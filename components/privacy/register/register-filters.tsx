"use client"
import { useAddress } from "@/components/shell/use-address"
import { useAnnounced } from "@/components/shell/use-announced"
import { useSearchKey } from "@/components/shell/use-search-key"
import { Button } from "@/components/ui/button"
import { FilterButton } from "@/components/ui/filter-button"
import { SearchBox } from "@/components/ui/search-box"
import {
  ACTIVITY_STATE_LABELS,
  ACTIVITY_STATES,
  type ActivityFilter,
} from "@/server/privacy/domain/activity-state"
import { PROCESSING_ROLE_LABELS, PROCESSING_ROLES } from "@/server/privacy/domain/processing-activity"
import { filterParams, MARK_LABELS, MARKS, orderedStates } from "./prepare-register"

const states = ACTIVITY_STATES.map((value) => ({ value, label: ACTIVITY_STATE_LABELS[value] }))
const roles = PROCESSING_ROLES.map((value) => ({ value, label: PROCESSING_ROLE_LABELS[value] }))
const marks = MARKS.map((value) => ({ value, label: MARK_LABELS[value] }))

type Props = {
  filter: ActivityFilter
  products: readonly { id: string; name: string }[]
  shown: number
}

/** Search and filters of the register. The address holds them. */
export function RegisterFilters({ filter, products, shown }: Props) {
  const { replace } = useAddress()
  const input = useSearchKey("Search the register")
  useAnnounced(`${shown} ${shown === 1 ? "entry" : "entries"}`)
  const apply = (changes: Partial<ActivityFilter>) => replace(filterParams({ ...filter, ...changes }))
  return (
    <search className="filters">
      <SearchBox
        label="Search the register"
        placeholder="Search name, data or recipient"
        text={filter.search}
        onSearch={(search) => apply({ search })}
        inputRef={input}
      />
      <FilterButton
        label="State"
        any="all in use"
        options={states}
        chosen={filter.states}
        onChange={(chosen) => apply({ states: orderedStates(chosen) })}
      />
      <FilterButton
        label="Role"
        options={roles}
        chosen={filter.roles}
        onChange={(chosen) => apply({ roles: PROCESSING_ROLES.filter((role) => chosen.includes(role)) })}
      />
      <FilterButton
        label="Product"
        options={products.map(({ id, name }) => ({ value: id, label: name }))}
        chosen={filter.productIds}
        onChange={(productIds) => apply({ productIds })}
      />
      <FilterButton
        label="Only"
        any="everything"
        options={marks}
        chosen={filter.marks}
        onChange={(chosen) => apply({ marks: MARKS.filter((mark) => chosen.includes(mark)) })}
      />
      {filterParams(filter).size > 0 ? (
        <Button size="small" variant="quiet" onClick={() => replace(new URLSearchParams())}>
          Clear filters
        </Button>
      ) : null}
    </search>
  )
}
