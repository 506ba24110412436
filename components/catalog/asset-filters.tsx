"use client"
import { useQuery } from "@tanstack/react-query"
import { useTRPC } from "@/components/api/trpc"
import { ListFilters } from "@/components/shell/list-filters"
import { useAddress } from "@/components/shell/use-address"
import { Button } from "@/components/ui/button"
import { FilterButton } from "@/components/ui/filter-button"
import { ASSET_KIND_LABELS, ASSET_KINDS, type AssetFilter, NO_PRODUCT } from "@/server/catalog/domain/asset"
import type { SchemeNow } from "./catalog-data"
import { assetFilterParams, isEmptyAssetFilter, levelChoices, parseAssetFilter } from "./prepare-catalog"

const kinds = ASSET_KINDS.map((value) => ({ value, label: ASSET_KIND_LABELS[value] }))
const noProduct = { value: NO_PRODUCT, label: "No product" }

type Props = { filter: AssetFilter; scheme: SchemeNow; shown: number }

/** Search and filters of the list of assets. The address holds them. */
export function AssetFilters({ filter, scheme, shown }: Props) {
  const trpc = useTRPC()
  const { replace } = useAddress()
  const { data: products } = useQuery(trpc.products.listProducts.queryOptions({}))
  const apply = (changes: Partial<AssetFilter>) => replace(assetFilterParams({ ...filter, ...changes }))
  return (
    <ListFilters
      label="Search data assets"
      placeholder="Search name, location, field"
      text={filter.search}
      onSearch={(search) => apply({ search })}
      found={`${shown} data assets`}
      filtered={!isEmptyAssetFilter(filter)}
      onClear={() => replace(assetFilterParams(parseAssetFilter(new URLSearchParams())))}
    >
      <FilterButton
        label="Product"
        options={[noProduct, ...(products ?? []).map(({ id, name }) => ({ value: id, label: name }))]}
        chosen={filter.productIds}
        onChange={(productIds) => apply({ productIds })}
      />
      <FilterButton
        label="Kind"
        options={kinds}
        chosen={filter.kinds}
        onChange={(chosen) => apply({ kinds: ASSET_KINDS.filter((kind) => chosen.includes(kind)) })}
      />
      <FilterButton
        label="Level"
        options={levelChoices(scheme, true)}
        chosen={filter.levels}
        onChange={(levels) => apply({ levels })}
      />
      <Button
        size="small"
        aria-pressed={filter.archived}
        onClick={() => apply({ archived: !filter.archived })}
      >
        {filter.archived ? "Archived ones" : "Show archived"}
      </Button>
    </ListFilters>
  )
}
