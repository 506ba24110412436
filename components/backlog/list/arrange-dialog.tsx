"use client"
import "./arrange.css"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useTRPC } from "@/components/api/trpc"
import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import { Field } from "@/components/ui/field"
import { Select } from "@/components/ui/select"
import {
  customField,
  fieldLabel,
  GROUP_FIELDS,
  type GroupField,
  SORTABLE_FIELDS,
} from "@/server/backlog/domain/item-fields"
import type { ItemSort, SortField } from "@/server/backlog/domain/item-filter"
import type { ItemView } from "@/server/backlog/domain/item-view"
import { sortWords } from "../prepare-filter"

type Props = { view: ItemView; onChange: (view: ItemView) => void; onClose: () => void }

const LEVELS = ["Sort by", "then by", "and then by"]

/** Groups and order of the list. The manual order decides what the fields leave open. */
export default function ArrangeDialog({ view, onChange, onClose }: Props) {
  const trpc = useTRPC()
  const [group, setGroup] = useState<GroupField | "">(view.group ?? "")
  const [sort, setSort] = useState<readonly ItemSort[]>(view.filter.sort)
  const used = useQuery(trpc.backlog.listFields.queryOptions({}, { staleTime: 60_000 })).data
  const custom = (used?.customFields ?? []).map(({ name }) => customField(name))
  const options = (fields: readonly string[], chosen: string | undefined) => {
    const all = chosen && !fields.includes(chosen) ? [...fields, chosen] : fields
    return all.map((field) => ({ value: field, label: fieldLabel(field) }))
  }
  const put = (at: number, field: SortField | "", dir: ItemSort["dir"] = "asc") =>
    setSort((before) => {
      const next = before.map((one, index): ItemSort | null =>
        index === at ? (field ? { field, dir } : null) : one,
      )
      if (at >= before.length && field) next.push({ field, dir })
      // The same field twice says nothing: the earlier place counts.
      return next.filter(
        (one, index): one is ItemSort =>
          one !== null && next.findIndex((other) => other?.field === one.field) === index,
      )
    })
  const apply = (next: readonly ItemSort[], by: GroupField | "") => {
    onChange({ ...view, group: by || null, filter: { ...view.filter, sort: [...next] } })
    onClose()
  }
  return (
    <Dialog open title="Group and sort" onOpenChange={(open) => !open && onClose()}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          event.stopPropagation()
          apply(sort, group)
        }}
      >
        <Field label="Group by">
          {(control) => (
            <Select
              {...control}
              empty="No groups"
              options={options([...GROUP_FIELDS, ...custom], group)}
              value={group}
              onChange={(event) => setGroup(event.target.value as GroupField | "")}
            />
          )}
        </Field>
        {LEVELS.slice(0, Math.min(3, sort.length + 1)).map((label, at) => {
          const one = sort[at]
          return (
            <div key={label} className="sort-level">
              <Field label={label}>
                {(control) => (
                  <Select
                    {...control}
                    empty={at === 0 ? "Manual order" : "Nothing more"}
                    options={options([...SORTABLE_FIELDS, ...custom], one?.field)}
                    value={one?.field ?? ""}
                    onChange={(event) => put(at, event.target.value as SortField | "")}
                  />
                )}
              </Field>
              {one ? (
                <Select
                  aria-label={`Direction of ${sortWords(one.field).name}`}
                  options={(["asc", "desc"] as const).map((dir) => ({
                    value: dir,
                    label: sortWords(one.field)[dir],
                  }))}
                  value={one.dir}
                  onChange={(event) => put(at, one.field, event.target.value === "desc" ? "desc" : "asc")}
                />
              ) : null}
            </div>
          )
        })}
        <p className="hint">Items without a value come last. Rows can be dragged in manual order only.</p>
        <div className="acts">
          <Button onClick={() => apply([], "")}>Manual order, no groups</Button>
          <Button type="submit" variant="primary">
            Apply
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
