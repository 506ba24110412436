"use client"
import { useWorkspace } from "@/components/api/workspace"
import { usePeople } from "@/components/members/use-people"
import { useAddress } from "@/components/shell/use-address"
import { useAnnounced } from "@/components/shell/use-announced"
import { useSearchKey } from "@/components/shell/use-search-key"
import { Button } from "@/components/ui/button"
import { FilterButton } from "@/components/ui/filter-button"
import { SearchBox } from "@/components/ui/search-box"
import { type DomainRef, LIFECYCLE_LABELS, LIFECYCLES } from "@/server/products/domain/product"
import {
  EMPTY_PRODUCT_FILTER,
  isEmptyFilter,
  type ProductFilter,
  productFilterParams,
} from "@/server/products/domain/product-filter"

const lifecycles = LIFECYCLES.map((value) => ({ value, label: LIFECYCLE_LABELS[value] }))

type Props = { filter: ProductFilter; domains: readonly DomainRef[]; shown: number }

/** Search and filters of the list of products. The address holds them. */
export function ProductFilters({ filter, domains, shown }: Props) {
  const { replace } = useAddress()
  const { me } = useWorkspace()
  const people = usePeople().filter((person) => person.value !== me.id)
  const input = useSearchKey("Search products")
  useAnnounced(`${shown} products`)
  const apply = (changes: Partial<ProductFilter>) => replace(productFilterParams({ ...filter, ...changes }))
  const owners = [{ value: "me", label: "Me" }, { value: "none", label: "Nobody" }, ...people]
  return (
    <search className="filters">
      <SearchBox
        label="Search products"
        placeholder="Search name or question"
        text={filter.search}
        onSearch={(search) => apply({ search })}
        inputRef={input}
      />
      <FilterButton
        label="Domain"
        options={domains.map(({ id, name, key }) => ({ value: id, label: name, hint: key }))}
        chosen={filter.domainIds}
        onChange={(domainIds) => apply({ domainIds })}
      />
      <FilterButton
        label="Lifecycle"
        options={lifecycles}
        chosen={filter.lifecycles}
        onChange={(chosen) => apply({ lifecycles: LIFECYCLES.filter((state) => chosen.includes(state)) })}
      />
      <FilterButton
        label="Owner"
        any="anyone"
        options={owners}
        chosen={filter.ownerIds}
        onChange={(ownerIds) => apply({ ownerIds })}
      />
      {isEmptyFilter(filter) ? null : (
        <Button size="small" variant="quiet" onClick={() => apply(EMPTY_PRODUCT_FILTER)}>
          Clear filters
        </Button>
      )}
    </search>
  )
}
