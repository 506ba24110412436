"use client"
import { ListFilters } from "@/components/shell/list-filters"
import { useAddress } from "@/components/shell/use-address"
import { FilterButton } from "@/components/ui/filter-button"
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
  const apply = (changes: Partial<ActivityFilter>) => replace(filterParams({ ...filter, ...changes }))
  return (
    <ListFilters
      label="Search the register"
      placeholder="Search name, data or recipient"
      text={filter.search}
      onSearch={(search) => apply({ search })}
      found={`${shown} ${shown === 1 ? "entry" : "entries"}`}
      filtered={filterParams(filter).size > 0}
      onClear={() => replace(new URLSearchParams())}
    >
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
    </ListFilters>
  )
}
