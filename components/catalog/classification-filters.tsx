"use client"
import { ListFilters } from "@/components/shell/list-filters"
import { useAddress } from "@/components/shell/use-address"
import { FilterButton } from "@/components/ui/filter-button"
import type { ClassificationFilter } from "@/server/catalog/domain/asset"
import type { SchemeNow } from "./catalog-data"
import { levelChoices } from "./prepare-catalog"
import { classificationParams } from "./prepare-classification"

type Props = { filter: ClassificationFilter; scheme: SchemeNow; shown: number }

/** Search and filter of the products by level. The address holds them. */
export function ClassificationFilters({ filter, scheme, shown }: Props) {
  const { replace } = useAddress()
  const apply = (changes: Partial<ClassificationFilter>) =>
    replace(classificationParams({ ...filter, ...changes }))
  return (
    <ListFilters
      label="Search products"
      placeholder="Search product"
      text={filter.search}
      onSearch={(search) => apply({ search })}
      found={`${shown} ${shown === 1 ? "product" : "products"}`}
      filtered={classificationParams(filter).size > 0}
      onClear={() => replace(new URLSearchParams())}
    >
      <FilterButton
        label="Level"
        options={levelChoices(scheme, true)}
        chosen={filter.levels}
        onChange={(levels) => apply({ levels })}
      />
    </ListFilters>
  )
}
