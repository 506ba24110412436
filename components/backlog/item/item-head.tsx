"use client"
import dynamic from "next/dynamic"
import { useState } from "react"
import { useWorkspace } from "@/components/api/workspace"
import { useShortcuts } from "@/components/shell/use-shortcuts"
import { Button } from "@/components/ui/button"
import { Menu } from "@/components/ui/menu"
import { PageHead } from "@/components/ui/page-head"
import { StateWord } from "@/components/ui/state-word"
import { notify } from "@/components/ui/toast"
import { ITEM_STATUS_LABELS, ITEM_STATUSES, type ItemChanges } from "@/server/backlog/domain/item"
import type { Verdict } from "@/server/kernel/domain/verdict"
import { FieldEditor } from "../fields/lazy-field-editor"
import type { ItemDetails } from "../item-data"
import { dueWords } from "../prepare-item"
import type { Choices } from "../use-choices"
import { nextStatus, stateLine } from "./prepare-head"

const LeaveDialog = dynamic(() => import("./leave-dialog"), { ssr: false })

type Props = {
  item: ItemDetails
  ownerName: string | null
  choices: Choices
  may: Verdict
  onSave: (changes: ItemChanges) => void
  onCreatePart: () => void
  /** After it was archived or merged. */
  onChanged: () => void
}

/** Title, state, the step that usually follows, and the rest in a menu. */
export function ItemHead({ item, ownerName, choices, may, onSave, onCreatePart, onChanged }: Props) {
  const { workspace, now } = useWorkspace()
  const [editing, setEditing] = useState(false)
  const [leaving, setLeaving] = useState<"archive" | "merge" | null>(null)
  const reason = may.ok ? undefined : may.reason
  const edit = () => may.ok && setEditing(true)
  useShortcuts([{ keys: "F2", label: "Edit title", run: edit }])
  const next = nextStatus(item.status)
  const due = dueWords(item.dueDate, item.status, now)
  const base = `/${workspace.slug}`
  const crumbs = [
    { label: "Backlog", href: `${base}/backlog` },
    ...(item.product ? [{ label: item.product.name, href: `${base}/products/${item.product.slug}` }] : []),
    { label: item.key },
  ]
  if (editing) {
    return (
      <div className="title-editor">
        <FieldEditor
          itemKey={item.key}
          field="title"
          value={item}
          choices={choices}
          onSave={onSave}
          onClose={() => setEditing(false)}
        />
        <p className="hint">Enter saves, Escape leaves it as it was.</p>
      </div>
    )
  }
  return (
    <>
      {leaving ? (
        <LeaveDialog item={item} how={leaving} onClose={() => setLeaving(null)} onLeft={onChanged} />
      ) : null}
      <PageHead
        title={item.title}
        crumbs={crumbs}
        state={
          <>
            {stateLine(item, ownerName, now)}
            {due ? (
              <>
                ,{" "}
                {due.overdue ? <StateWord state="bad">due {due.text}, overdue</StateWord> : `due ${due.text}`}
              </>
            ) : null}
          </>
        }
        actions={
          <>
            <Menu
              trigger={<Button>More</Button>}
              groups={[
                {
                  entries: [
                    { label: "Edit title", shortcut: "F2", disabledReason: reason, onSelect: edit },
                    { label: "Create part", disabledReason: reason, onSelect: onCreatePart },
                    { label: "Copy link", onSelect: () => void copyLink() },
                  ],
                },
                {
                  entries: [
                    {
                      label: "Merge into another item",
                      disabledReason: reason,
                      onSelect: () => setLeaving("merge"),
                    },
                    { label: "Archive item", disabledReason: reason, onSelect: () => setLeaving("archive") },
                  ],
                },
                {
                  label: "Move to",
                  entries: ITEM_STATUSES.filter((status) => status !== item.status).map((status) => ({
                    label: ITEM_STATUS_LABELS[status],
                    disabledReason: reason,
                    onSelect: () => onSave({ status }),
                  })),
                },
              ]}
            />
            {next ? (
              <Button variant="primary" disabledReason={reason} onClick={() => onSave({ status: next })}>
                Move to {ITEM_STATUS_LABELS[next].toLowerCase()}
              </Button>
            ) : null}
          </>
        }
      />
    </>
  )
}

async function copyLink() {
  try {
    await navigator.clipboard.writeText(window.location.href)
    notify.success("Copied the link to this item")
  } catch {
    notify.error("The browser did not allow copying. Copy the address instead.")
  }
}
