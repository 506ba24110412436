"use client"
import dynamic from "next/dynamic"
import { useState } from "react"
import { useShortcuts } from "@/components/shell/use-shortcuts"
import { Button } from "@/components/ui/button"
import { Kbd } from "@/components/ui/kbd"
import { Menu, type MenuGroup } from "@/components/ui/menu"
import { StartLink } from "@/components/workshops/start/start-link"
import type { BulkFields } from "@/server/backlog/domain/bulk-change"
import { ITEM_STATUS_LABELS, ITEM_STATUSES } from "@/server/backlog/domain/item"
import type { ItemFilter } from "@/server/backlog/domain/item-filter"
import type { Verdict } from "@/server/kernel/domain/verdict"
import type { BulkChange, ChosenItems } from "../use-bulk-change"
import type { Choices } from "../use-choices"

const BulkDialog = dynamic(() => import("../bulk/bulk-dialog"), { ssr: false })
const BulkQuestions = dynamic(() => import("../bulk/bulk-questions"), { ssr: false })

type Props = {
  ids: string[]
  /** All that the view shows is chosen, instead of `ids`; `total` is undefined until it is counted. */
  whole: boolean
  onWhole: () => void
  filter: ItemFilter
  total: number | undefined
  choices: Choices
  bulk: BulkChange
  mayEdit: Verdict
  /** Absent where there is no order to change. */
  order?: { may: Verdict; noteId?: string | undefined; onTop: () => Promise<void> }
  onClear: () => void
}

/** What can be done with the chosen items; docked under the list, so it covers no row. */
export function SelectionBar(props: Props) {
  const { ids, whole, onWhole, filter, total, choices, bulk, mayEdit, order, onClear } = props
  const [pending, setPending] = useState(false)
  const [editing, setEditing] = useState(false)
  const everything = whole && total !== undefined
  const count = everything ? total : ids.length
  const selection: ChosenItems = everything ? { filter } : { ids }
  const run = (work: () => Promise<unknown>) => {
    setPending(true)
    void work().finally(() => setPending(false))
  }
  const set = (changes: BulkFields) => run(() => bulk.change(selection, changes))
  const reason = mayEdit.ok ? undefined : mayEdit.reason
  const edit = () => !reason && !pending && count > 0 && setEditing(true)
  useShortcuts([{ keys: "e", label: "Edit the selected items", hint: count > 0, run: edit }])
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
    onSelect: () => set({ status }),
  }))
  const people = choices.people.map((person) => ({
    label: person.label,
    onSelect: () => set({ ownerId: person.value }),
  }))
  const nobody = { label: "Nobody", onSelect: () => set({ ownerId: null }) }
  return (
    <>
      {count > 0 ? (
        <div className="bulk" role="toolbar" aria-label="Selected items">
          <b aria-live="polite">{count.toLocaleString("en-GB")} selected</b>
          {!everything && total !== undefined && total > ids.length ? (
            <Button size="small" variant="quiet" onClick={onWhole}>
              Select all {total.toLocaleString("en-GB")}
            </Button>
          ) : null}
          {menu("Set state", [{ entries: states }])}
          {menu("Set owner", [{ entries: people }, { entries: [nobody] }])}
          <Button size="small" pending={pending} disabledReason={reason} onClick={edit}>
            Edit fields <Kbd keys="e" />
          </Button>
          {order && !everything ? (
            <Button
              size="small"
              pending={pending}
              disabledReason={order.may.ok ? undefined : order.may.reason}
              reasonId={order.noteId}
              onClick={() => run(order.onTop)}
            >
              Move to top
            </Button>
          ) : null}
          <StartLink ids={ids} {...(everything && { filter })} />
          <Button size="small" variant="quiet" onClick={onClear}>
            Clear <Kbd keys="Escape" />
          </Button>
        </div>
      ) : null}
      {editing ? (
        <BulkDialog
          count={count}
          choices={choices}
          onApply={(changes) => bulk.change(selection, changes)}
          onClose={() => setEditing(false)}
        />
      ) : null}
      {bulk.question ? (
        <BulkQuestions question={bulk.question} nameOf={choices.nameOf} onClose={bulk.settle} />
      ) : null}
    </>
  )
}
