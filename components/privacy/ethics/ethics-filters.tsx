"use client"
import { ListFilters } from "@/components/shell/list-filters"
import { useAddress } from "@/components/shell/use-address"
import { FilterButton } from "@/components/ui/filter-button"
import { ETHICS_STATE_LABELS, ETHICS_STATES, type EthicsFilter } from "@/server/privacy/domain/ethics"
import { ethicsParams } from "./prepare-ethics"

const states = ETHICS_STATES.map((value) => ({ value, label: ETHICS_STATE_LABELS[value] }))

/** Search and filter of the checkpoints. The address holds them. */
export function EthicsFilters({ filter, shown }: { filter: EthicsFilter; shown: number }) {
  const { replace } = useAddress()
  const apply = (changes: Partial<EthicsFilter>) => replace(ethicsParams({ ...filter, ...changes }))
  return (
    <ListFilters
      label="Search checkpoints"
      placeholder="Search product or item"
      text={filter.search}
      onSearch={(search) => apply({ search })}
      found={`${shown} ${shown === 1 ? "checkpoint" : "checkpoints"}`}
      filtered={ethicsParams(filter).size > 0}
      onClear={() => replace(new URLSearchParams())}
    >
      <FilterButton
        label="State"
        options={states}
        chosen={filter.states}
        onChange={(chosen) => apply({ states: ETHICS_STATES.filter((state) => chosen.includes(state)) })}
      />
    </ListFilters>
  )
}
