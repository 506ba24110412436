"use client"
import { useMemo } from "react"
import { useWorkspace } from "@/components/api/workspace"
import { ListFilters } from "@/components/shell/list-filters"
import { useAddress } from "@/components/shell/use-address"
import { FilterButton } from "@/components/ui/filter-button"
import type { InitiativeRow } from "@/server/strategy/domain/initiative-row"
import { quarterWords } from "@/server/strategy/domain/quarter"
import { shownQuarters } from "./prepare-roadmap"
import {
  EMPTY_ROADMAP_FILTER,
  isEmptyRoadmapFilter,
  ROADMAP_STATE_LABELS,
  ROADMAP_STATES,
  type RoadmapFilter,
  roadmapParams,
} from "./prepare-roadmap-filter"

const states = ROADMAP_STATES.map((value) => ({ value, label: ROADMAP_STATE_LABELS[value] }))

type Props = { initiatives: readonly InitiativeRow[]; filter: RoadmapFilter; shown: number }

/** Search and filters of the roadmap: sponsors and quarters that it has. The address holds them. */
export function RoadmapFilters({ initiatives, filter, shown }: Props) {
  const { params, replace } = useAddress()
  const { me, now } = useWorkspace()
  const sponsors = useMemo(() => {
    const people = new Map(
      initiatives.flatMap(({ sponsor }) => (sponsor ? [[sponsor.id, sponsor.name]] : [])),
    )
    people.delete(me.id)
    const others = [...people].map(([value, label]) => ({ value: value!, label: label! }))
    return [
      { value: "me", label: "Me" },
      { value: "none", label: "Nobody" },
      ...others.sort((a, b) => a.label.localeCompare(b.label, "en")),
    ]
  }, [initiatives, me.id])
  const quarters = shownQuarters(initiatives, now.slice(0, 10))
  const apply = (changes: Partial<RoadmapFilter>) => replace(roadmapParams(params, { ...filter, ...changes }))
  return (
    <ListFilters
      label="Search initiatives"
      text={filter.search}
      onSearch={(search) => apply({ search })}
      found={`${shown} ${shown === 1 ? "initiative" : "initiatives"}`}
      filtered={!isEmptyRoadmapFilter(filter)}
      onClear={() => apply(EMPTY_ROADMAP_FILTER)}
    >
      <FilterButton
        label="Sponsor"
        any="anyone"
        options={sponsors}
        chosen={filter.sponsors}
        onChange={(chosen) => apply({ sponsors: chosen })}
      />
      <FilterButton
        label="Quarter"
        options={quarters.map((value) => ({ value, label: quarterWords(value) }))}
        chosen={filter.quarters}
        onChange={(chosen) => apply({ quarters: chosen })}
      />
      <FilterButton
        label="State"
        options={states}
        chosen={filter.states}
        onChange={(chosen) => apply({ states: chosen as RoadmapFilter["states"] })}
      />
    </ListFilters>
  )
}
