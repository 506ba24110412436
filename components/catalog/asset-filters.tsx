"use client"
import { useQuery } from "@tanstack/react-query"
import { useTRPC } from "@/components/api/trpc"
import { useAddress } from "@/components/shell/use-address"
import { useAnnounced } from "@/components/shell/use-announced"
import { useSearchKey } from "@/components/shell/use-search-key"
import { Button } from "@/components/ui/button"
import { FilterButton } from "@/components/ui/filter-button"
import { SearchBox } from "@/components/ui/search-box"
import { ASSET_KIND_LABELS, ASSET_KINDS, type AssetFilter } from "@/server/catalog/domain/asset"
import type { SchemeNow } from "./catalog-data"
import { assetFilterParams, isEmptyAssetFilter, levelChoices, parseAssetFilter } from "./prepare-catalog"

const kinds = ASSET_KINDS.map((value) => ({ value, label: ASSET_KIND_LABELS[value] }))

type Props = { filter: AssetFilter; scheme: SchemeNow; shown: number }

/** Search and filters of the list of assets. The address holds them. */
export function AssetFilters({ filter, scheme, shown }: Props) {
  const trpc = useTRPC()
  const { replace } = useAddress()
  const input = useSearchKey("Search data assets")
  const { data: products } = useQuery(trpc.products.listProducts.queryOptions({}))
  useAnnounced(`${shown} data assets`)
  const apply = (changes: Partial<AssetFilter>) => replace(assetFilterParams({ ...filter, ...changes }))
  return (
    <search className="filters">
      <SearchBox
        label="Search data assets"
        placeholder="Search name, location, field"
        text={filter.search}
        onSearch={(search) => apply({ search })}
        inputRef={input}
      />
      <FilterButton
        label="Product"
        options={(products ?? []).map(({ id, name }) => ({ value: id, label: name }))}
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
      {isEmptyAssetFilter(filter) ? null : (
        <Button
          size="small"
          variant="quiet"
          onClick={() => replace(assetFilterParams(parseAssetFilter(new URLSearchParams())))}
        >
          Clear filters
        </Button>
      )}
    </search>
  )
}
