"use client"
import { useState } from "react"
import { Button } from "@/components/ui/button"
import { Kbd } from "@/components/ui/kbd"
import { Menu } from "@/components/ui/menu"
import { ITEM_STATUS_LABELS, ITEM_STATUSES, type ItemChanges } from "@/server/backlog/domain/item"
import type { Verdict } from "@/server/kernel/domain/verdict"
import type { Choices } from "../use-choices"

type Props = {
  count: number
  choices: Choices
  mayEdit: Verdict
  mayOrder: Verdict
  /** Changes every chosen item; `words` end the sentence "Set 3 items to …". */
  onChange: (changes: ItemChanges, words: string) => Promise<void>
  onMoveToTop: () => Promise<void>
  onClear: () => void
}

/** What can be done with the chosen items; docked under the list, so it covers no row. */
export function SelectionBar({ count, choices, mayEdit, mayOrder, onChange, onMoveToTop, onClear }: Props) {
  const [pending, setPending] = useState(false)
  const run = async (work: () => Promise<void>) => {
    setPending(true)
    await work().finally(() => setPending(false))
  }
  const set = (changes: ItemChanges, words: string) => void run(() => onChange(changes, words))
  const reason = mayEdit.ok ? undefined : mayEdit.reason
  const button = (label: string) => (
    <Button size="small" pending={pending} disabledReason={reason}>
      {label}
    </Button>
  )
  return (
    <div className="bulk" role="toolbar" aria-label="Selected items">
      <b aria-live="polite">{count} selected</b>
      <Menu
        align="start"
        trigger={button("Set state")}
        groups={[
          {
            entries: ITEM_STATUSES.map((status) => ({
              label: ITEM_STATUS_LABELS[status],
              onSelect: () => set({ status }, ITEM_STATUS_LABELS[status]),
            })),
          },
        ]}
      />
      <Menu
        align="start"
        trigger={button("Set owner")}
        groups={[
          {
            entries: choices.people.map((person) => ({
              label: person.label,
              onSelect: () => set({ ownerId: person.value }, `owner ${person.label}`),
            })),
          },
          { entries: [{ label: "Nobody", onSelect: () => set({ ownerId: null }, "no owner") }] },
        ]}
      />
      <Button
        size="small"
        pending={pending}
        disabledReason={mayOrder.ok ? undefined : mayOrder.reason}
        onClick={() => void run(onMoveToTop)}
      >
        Move to top
      </Button>
      <Button size="small" variant="quiet" onClick={onClear}>
        Clear <Kbd keys="Escape" />
      </Button>
    </div>
  )
}
