"use client"
import { useAddress } from "@/components/shell/use-address"
import { useAnnounced } from "@/components/shell/use-announced"
import { useSearchKey } from "@/components/shell/use-search-key"
import { Button } from "@/components/ui/button"
import { FilterButton } from "@/components/ui/filter-button"
import { SearchBox } from "@/components/ui/search-box"
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
  const input = useSearchKey("Search assessments")
  useAnnounced(`${shown} ${shown === 1 ? "assessment" : "assessments"}`)
  const apply = (changes: Partial<AssessmentFilter>) => replace(filterParams({ ...filter, ...changes }))
  return (
    <search className="filters">
      <SearchBox
        label="Search assessments"
        placeholder="Search name, key or product"
        text={filter.search}
        onSearch={(search) => apply({ search })}
        inputRef={input}
      />
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
      {filterParams(filter).size > 0 ? (
        <Button size="small" variant="quiet" onClick={() => replace(new URLSearchParams())}>
          Clear filters
        </Button>
      ) : null}
    </search>
  )
}
