"use client"
import { ListFilters } from "@/components/shell/list-filters"
import { useAddress } from "@/components/shell/use-address"
import { FilterButton } from "@/components/ui/filter-button"
import {
  ASSESSMENT_STATE_LABELS,
  ASSESSMENT_STATES,
  type AssessmentFilter,
} from "@/server/dpia/domain/assessment-row"
import { filterParams } from "./prepare-lists"

const states = ASSESSMENT_STATES.map((value) => ({ value, label: ASSESSMENT_STATE_LABELS[value] }))

type Props = {
  filter: AssessmentFilter
  products: readonly { id: string; name: string }[]
  shown: number
}

/** Search and filters of the assessments. The address holds them. */
export function AssessmentFilters({ filter, products, shown }: Props) {
  const { replace } = useAddress()
  const apply = (changes: Partial<AssessmentFilter>) => replace(filterParams({ ...filter, ...changes }))
  return (
    <ListFilters
      label="Search assessments"
      placeholder="Search name, key or product"
      text={filter.search}
      onSearch={(search) => apply({ search })}
      found={`${shown} ${shown === 1 ? "assessment" : "assessments"}`}
      filtered={filterParams(filter).size > 0}
      onClear={() => replace(new URLSearchParams())}
    >
      <FilterButton
        label="State"
        any="all but archived"
        options={states}
        chosen={filter.states}
        onChange={(chosen) => apply({ states: ASSESSMENT_STATES.filter((state) => chosen.includes(state)) })}
      />
      <FilterButton
        label="Product"
        options={products.map(({ id, name }) => ({ value: id, label: name }))}
        chosen={filter.productIds}
        onChange={(productIds) => apply({ productIds })}
      />
    </ListFilters>
  )
}
