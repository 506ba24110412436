"use client"
import { useQuery } from "@tanstack/react-query"
import { useTRPC } from "@/components/api/trpc"
import { ListFilters } from "@/components/shell/list-filters"
import { useAddress } from "@/components/shell/use-address"
import { Button } from "@/components/ui/button"
import { FilterButton } from "@/components/ui/filter-button"
import { type ListedEvent, OUTCOME_WORDS } from "./prepare-events"
import {
  type AuditFilter,
  auditFilterParams,
  EMPTY_AUDIT_FILTER,
  isEmptyAuditFilter,
  OUTCOMES,
} from "./prepare-filter"

const outcomes = OUTCOMES.map((value) => ({ value, label: OUTCOME_WORDS[value].word }))

type Props = { filter: AuditFilter; events: readonly ListedEvent[] }

/** Filters of the trail; the address holds them. */
export function AuditFilters({ filter, events }: Props) {
  const trpc = useTRPC()
  const { replace } = useAddress()
  const { data: facets } = useQuery(trpc.audit.listFacets.queryOptions({}))
  const apply = (changes: Partial<AuditFilter>) => replace(auditFilterParams({ ...filter, ...changes }))
  return (
    <ListFilters
      label="Search what happened"
      text={filter.text}
      onSearch={(text) => apply({ text })}
      filtered={!isEmptyAuditFilter(filter)}
      onClear={() => apply(EMPTY_AUDIT_FILTER)}
    >
      <FilterButton
        label="Who"
        any="anyone"
        options={(facets?.actors ?? []).map(({ id, name, type }) => ({
          value: id,
          label: name,
          hint: type === "user" ? undefined : type,
        }))}
        chosen={filter.actors}
        onChange={(actors) => apply({ actors })}
      />
      <FilterButton
        label="Action"
        options={(facets?.actions ?? []).map((action) => ({ value: action, label: action }))}
        chosen={filter.actions}
        onChange={(actions) => apply({ actions })}
      />
      <FilterButton
        label="Outcome"
        options={outcomes}
        chosen={filter.outcomes}
        onChange={(chosen) => apply({ outcomes: OUTCOMES.filter((outcome) => chosen.includes(outcome)) })}
      />
      <Day label="From" value={filter.from} onChange={(from) => apply({ from })} />
      <Day label="To" value={filter.to} onChange={(to) => apply({ to })} />
      {filter.target ? (
        <Button size="small" onClick={() => apply({ target: null })}>
          <span className="muted font-normal">About</span> {targetName(filter.target, events)}
          <span aria-hidden>×</span>
          <span className="sr-only">, show everything again</span>
        </Button>
      ) : null}
    </ListFilters>
  )
}

function Day({ label, value, onChange }: { label: string; value: string; onChange: (day: string) => void }) {
  return (
    <label className="flex items-center gap-1 text-xs">
      <span className="muted">{label}</span>
      <input
        type="date"
        className="control !w-34"
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </label>
  )
}

function targetName(target: NonNullable<AuditFilter["target"]>, events: readonly ListedEvent[]): string {
  const all = events.flatMap((event) => event.targets)
  return all.find(({ type, id }) => type === target.type && id === target.id)?.name ?? `one ${target.type}`
}
