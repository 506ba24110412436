"use client"
import { useState } from "react"
import { Button } from "@/components/ui/button"
import { Kbd } from "@/components/ui/kbd"
import { Menu, type MenuGroup } from "@/components/ui/menu"
import { ITEM_STATUS_LABELS, ITEM_STATUSES, type ItemChanges } from "@/server/backlog/domain/item"
import type { Verdict } from "@/server/kernel/domain/verdict"
import type { Choices } from "../use-choices"

type Props = {
  count: number
  choices: Choices
  mayEdit: Verdict
  mayOrder: Verdict
  /** Id of the note that already says why the order cannot be changed. */
  orderNoteId?: string
  /** Changes every chosen item; `words` end the sentence "Set 3 items to …". */
  onChange: (changes: ItemChanges, words: string) => Promise<void>
  onMoveToTop: () => Promise<void>
  onClear: () => void
}

/** What can be done with the chosen items; docked under the list, so it covers no row. */
export function SelectionBar({
  count,
  choices,
  mayEdit,
  mayOrder,
  orderNoteId,
  onChange,
  onMoveToTop,
  onClear,
}: Props) {
  const [pending, setPending] = useState(false)
  const run = async (work: () => Promise<void>) => {
    setPending(true)
    await work().finally(() => setPending(false))
  }
  const set = (changes: ItemChanges, words: string) => void run(() => onChange(changes, words))
  const reason = mayEdit.ok ? undefined : mayEdit.reason
  const menu = (label: string, groups: readonly MenuGroup[]) => {
    const button = (
      <Button size="small" pending={pending} disabledReason={reason}>
        {label}
      </Button>
    )
    return reason || pending ? button : <Menu align="start" trigger={button} groups={groups} />
  }
  const states = ITEM_STATUSES.map((status) => ({
    label: ITEM_STATUS_LABELS[status],
    onSelect: () => set({ status }, ITEM_STATUS_LABELS[status]),
  }))
  const people = choices.people.map((person) => ({
    label: person.label,
    onSelect: () => set({ ownerId: person.value }, `owner ${person.label}`),
  }))
  const nobody = { label: "Nobody", onSelect: () => set({ ownerId: null }, "no owner") }
  return (
    <div className="bulk" role="toolbar" aria-label="Selected items">
      <b aria-live="polite">{count.toLocaleString("en-GB")} selected</b>
      {menu("Set state", [{ entries: states }])}
      {menu("Set owner", [{ entries: people }, { entries: [nobody] }])}
      <Button
        size="small"
        pending={pending}
        disabledReason={mayOrder.ok ? undefined : mayOrder.reason}
        reasonId={orderNoteId}
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
