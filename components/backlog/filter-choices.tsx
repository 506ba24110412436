"use client"
import dynamic from "next/dynamic"
import { useState } from "react"
import { Button } from "@/components/ui/button"
import { FilterButton } from "@/components/ui/filter-button"
import { Menu } from "@/components/ui/menu"
import type { Choice } from "@/components/ui/prepare-options"
import type { ItemFilter } from "@/server/backlog/domain/item-filter"
import { isFiltered } from "./prepare-filter"
import { filterFields } from "./prepare-filter-fields"
import type { Choices } from "./use-choices"

const ConditionsDialog = dynamic(() => import("./conditions/conditions-dialog"), { ssr: false })

type Props = {
  filter: ItemFilter
  onChange: (filter: ItemFilter) => void
  onClear: () => void
  choices: Choices
  /** Labels seen so far; there is no list of all labels. */
  labels: readonly string[]
}

/** The quick filters, each saying its state, and the way to conditions on any field. */
export default function FilterChoices({ filter, onChange, onClear, choices, labels }: Props) {
  const [added, setAdded] = useState<readonly string[]>([])
  const [asking, setAsking] = useState(false)
  const fields = filterFields(filter, choices, labels)
  const shown = fields.filter(
    (field) => field.always || field.chosen.length > 0 || added.includes(field.name),
  )
  const hidden = fields.filter((field) => !shown.includes(field))
  return (
    <>
      {shown.map((field) => (
        <FilterButton
          key={field.name}
          label={field.name}
          any={field.any}
          options={field.options as Choice[]}
          chosen={field.chosen}
          onChange={(chosen) => onChange({ ...filter, ...field.change(chosen) })}
        />
      ))}
      <Menu
        align="start"
        trigger={
          <Button size="small" variant="quiet">
            Add filter
          </Button>
        }
        groups={[
          {
            entries: [
              ...hidden.map((field) => ({
                label: field.name,
                onSelect: () => setAdded((names) => [...names, field.name]),
              })),
              { label: "Any field, with and or or", onSelect: () => setAsking(true) },
            ],
          },
        ]}
      />
      {isFiltered(filter) ? (
        <Button size="small" variant="quiet" onClick={onClear}>
          Clear filters
        </Button>
      ) : null}
      {asking ? (
        <ConditionsDialog
          filter={filter}
          choices={choices}
          onApply={(where) => onChange({ ...filter, where })}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </>
  )
}
