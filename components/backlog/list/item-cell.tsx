"use client"
import Link from "next/link"
import { Person } from "@/components/ui/person"
import { RelativeTime } from "@/components/ui/relative-time"
import { StateWord } from "@/components/ui/state-word"
import { ITEM_STATUS_LABELS, ITEM_TYPE_LABELS, type ItemChanges } from "@/server/backlog/domain/item"
import { type ColumnField, customNameOfField } from "@/server/backlog/domain/item-fields"
import type { Verdict } from "@/server/kernel/domain/verdict"
import { EditableValue } from "../fields/editable-value"
import type { ListedItem } from "../item-data"
import { dueWords, estimateWords, labelsText } from "../prepare-item"
import type { Choices } from "../use-choices"

type Props = {
  field: ColumnField
  item: ListedItem
  now: string
  /** Address of an item's page without its key. */
  itemsHref: string
  choices: Choices
  may: Verdict
  tabIndex: number
  onSave: (changes: ItemChanges) => void
}

/** What a column shows of an item; the fields people change most are changed where they stand. */
export function ItemCell({ field, item, now, itemsHref, choices, may, tabIndex, onSave }: Props) {
  const shared = { itemKey: item.key, value: item, choices, may, onSave, tabIndex }
  switch (field) {
    case "labels":
      return <EditableValue {...shared} field="labels" words={labelsText(item.labels)} />
    case "type":
      return ITEM_TYPE_LABELS[item.type]
    case "status":
      return <EditableValue {...shared} field="status" words={ITEM_STATUS_LABELS[item.status]} />
    case "product":
      return <Clip text={item.productName} />
    case "estimate":
      return <EditableValue {...shared} field="estimate" words={estimateWords(item.estimate)} />
    case "due":
      return <DueCell {...shared} item={item} now={now} />
    case "quarter":
      return <EditableValue {...shared} field="quarter" words={item.quarter ?? ""} />
    case "owner":
      return (
        <EditableValue {...shared} field="ownerId" words={item.ownerName ?? ""}>
          {item.ownerName ? <Person name={item.ownerName} size="small" /> : undefined}
        </EditableValue>
      )
    case "updated":
      return <RelativeTime iso={item.updatedAt} now={now} />
    case "created":
      return <RelativeTime iso={item.createdAt} now={now} />
    case "state_since":
      return <RelativeTime iso={item.statusChangedAt} now={now} />
    case "external_key":
      return <Clip text={item.externalKey} />
    case "domain":
      return <Clip text={item.more?.domainName} />
    case "creator":
      return <Clip text={item.more?.creatorName} />
    case "parent": {
      const { parentKey, parentTitle } = item.more ?? {}
      if (!parentKey) return <Clip text={null} />
      return (
        <span className="clip" title={parentTitle ?? undefined}>
          <Link href={`${itemsHref}/${parentKey}`} tabIndex={tabIndex}>
            {parentKey}
          </Link>{" "}
          {parentTitle}
        </span>
      )
    }
    default: {
      const custom = item.more?.custom ?? {}
      const name = customNameOfField(field) ?? ""
      return <Clip text={Object.hasOwn(custom, name) ? custom[name] : null} />
    }
  }
}

/** Text in one line; missing is a dash, which is not nothing loaded. */
function Clip({ text }: { text: string | null | undefined }) {
  return (
    <span className="clip" title={text || undefined}>
      {text || "–"}
    </span>
  )
}

function DueCell({
  item,
  now,
  ...shared
}: Omit<Parameters<typeof EditableValue>[0], "field" | "words"> & Pick<Props, "item" | "now">) {
  const due = dueWords(item.dueDate, item.status, now)
  return (
    <EditableValue {...shared} field="dueDate" words={due?.text ?? ""}>
      {due?.overdue ? (
        <StateWord state="bad">
          {due.text}
          <span className="sr-only"> overdue</span>
        </StateWord>
      ) : (
        due?.text
      )}
    </EditableValue>
  )
}
