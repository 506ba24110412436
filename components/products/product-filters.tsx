"use client"
import { useWorkspace } from "@/components/api/workspace"
import { usePeople } from "@/components/members/use-people"
import { ListFilters } from "@/components/shell/list-filters"
import { useAddress } from "@/components/shell/use-address"
import { FilterButton } from "@/components/ui/filter-button"
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
  const apply = (changes: Partial<ProductFilter>) => replace(productFilterParams({ ...filter, ...changes }))
  const owners = [{ value: "me", label: "Me" }, { value: "none", label: "Nobody" }, ...people]
  return (
    <ListFilters
      label="Search products"
      placeholder="Search name or question"
      text={filter.search}
      onSearch={(search) => apply({ search })}
      found={`${shown} products`}
      filtered={!isEmptyFilter(filter)}
      onClear={() => apply(EMPTY_PRODUCT_FILTER)}
    >
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
    </ListFilters>
  )
}
