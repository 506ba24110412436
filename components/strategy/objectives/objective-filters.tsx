"use client"
import { useQuery } from "@tanstack/react-query"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { usePeople } from "@/components/members/use-people"
import { ListFilters } from "@/components/shell/list-filters"
import { useAddress } from "@/components/shell/use-address"
import { FilterButton } from "@/components/ui/filter-button"
import { GRADE_LABELS, GRADES } from "@/server/strategy/domain/grade"
import { OBJECTIVE_STATE_LABELS, OBJECTIVE_STATES } from "@/server/strategy/domain/objective"
import {
  EMPTY_OBJECTIVE_FILTER,
  isEmptyObjectiveFilter,
  type ObjectiveFilter,
  objectiveFilterParams,
} from "@/server/strategy/domain/objective-filter"

const states = OBJECTIVE_STATES.map((value) => ({ value, label: OBJECTIVE_STATE_LABELS[value] }))
const grades = GRADES.map((value) => ({ value, label: GRADE_LABELS[value] }))

/** Search and filters of the objectives. The address holds them. */
export function ObjectiveFilters({ filter, shown }: { filter: ObjectiveFilter; shown: number }) {
  const trpc = useTRPC()
  const { replace } = useAddress()
  const { me } = useWorkspace()
  const { data: domains } = useQuery(trpc.products.listDomains.queryOptions({}))
  const people = usePeople().filter((person) => person.value !== me.id)
  const apply = (changes: Partial<ObjectiveFilter>) =>
    replace(objectiveFilterParams({ ...filter, ...changes }))
  const owners = [{ value: "me", label: "Me" }, { value: "none", label: "Nobody" }, ...people]
  return (
    <ListFilters
      label="Search objectives"
      placeholder="Search objectives and metrics"
      text={filter.search}
      onSearch={(search) => apply({ search })}
      found={`${shown} ${shown === 1 ? "objective" : "objectives"}`}
      filtered={!isEmptyObjectiveFilter(filter)}
      onClear={() => apply(EMPTY_OBJECTIVE_FILTER)}
    >
      <FilterButton
        label="Grade"
        options={grades}
        chosen={filter.grades}
        onChange={(chosen) => apply({ grades: chosen as ObjectiveFilter["grades"] })}
      />
      <FilterButton
        label="State"
        any="not closed"
        options={states}
        chosen={filter.states}
        onChange={(chosen) => apply({ states: chosen as ObjectiveFilter["states"] })}
      />
      <FilterButton
        label="Domain"
        options={(domains ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        chosen={filter.domainIds}
        onChange={(domainIds) => apply({ domainIds })}
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
