"use client"
import { ListFilters } from "@/components/shell/list-filters"
import { useAddress } from "@/components/shell/use-address"
import { FilterButton } from "@/components/ui/filter-button"
import {
  SCREENING_STATE_LABELS,
  SCREENING_STATES,
  type ScreeningFilter,
} from "@/server/dpia/domain/screening-row"
import { filterParams } from "./prepare-lists"

const states = SCREENING_STATES.map((value) => ({ value, label: SCREENING_STATE_LABELS[value] }))
const types = [
  { value: "product", label: "Products" },
  { value: "item", label: "Items" },
] as const

/** Search and filters of what is screened. The address holds them. */
export function ScreeningFilters({ filter, shown }: { filter: ScreeningFilter; shown: number }) {
  const { replace } = useAddress()
  const apply = (changes: Partial<ScreeningFilter>) => replace(filterParams({ ...filter, ...changes }))
  return (
    <ListFilters
      label="Search products and items"
      placeholder="Search name, key or title"
      text={filter.search}
      onSearch={(search) => apply({ search })}
      found={`${shown} products and items`}
      filtered={filterParams(filter).size > 0}
      onClear={() => replace(new URLSearchParams())}
    >
      <FilterButton
        label="State"
        options={states}
        chosen={filter.states}
        onChange={(chosen) => apply({ states: SCREENING_STATES.filter((state) => chosen.includes(state)) })}
      />
      <FilterButton
        label="What"
        any="products and items"
        options={types}
        chosen={filter.types}
        onChange={(chosen) =>
          apply({ types: types.map(({ value }) => value).filter((value) => chosen.includes(value)) })
        }
      />
    </ListFilters>
  )
}
