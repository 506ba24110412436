"use client"
import Link from "next/link"
import { useWorkspace } from "@/components/api/workspace"
import { Person } from "@/components/ui/person"
import { StateWord } from "@/components/ui/state-word"
import { ITEM_STATUS_LABELS, ITEM_TYPE_LABELS, type ItemChanges } from "@/server/backlog/domain/item"
import type { Verdict } from "@/server/kernel/domain/verdict"
import type { ListedItem } from "../item-data"
import { dueWords, estimateWords, labelsText } from "../prepare-item"
import type { Choices } from "../use-choices"
import type { SaveItem } from "../use-item-edits"
import { EditableValue } from "./editable-value"

type Fields = Pick<
  ListedItem,
  | "id"
  | "key"
  | "title"
  | "version"
  | "type"
  | "status"
  | "labels"
  | "estimate"
  | "dueDate"
  | "quarter"
  | "ownerId"
  | "ownerName"
  | "productId"
  | "productName"
  | "productSlug"
>
type Props = { item: Fields; choices: Choices; may: Verdict; save: SaveItem }

/** The fields of an item by name, each changed where it stands. */
export function FieldList({ item, choices, may, save }: Props) {
  const { workspace, now } = useWorkspace()
  const onSave = (changes: ItemChanges) => void save(item, changes)
  const shared = { itemKey: item.key, value: item, choices, may, onSave }
  const due = dueWords(item.dueDate, item.status, now)
  return (
    <dl className="field-list">
      <dt>State</dt>
      <dd>
        <EditableValue {...shared} field="status" words={ITEM_STATUS_LABELS[item.status]} />
      </dd>
      <dt>Kind</dt>
      <dd>
        <EditableValue {...shared} field="type" words={ITEM_TYPE_LABELS[item.type]} />
      </dd>
      <dt>Owner</dt>
      <dd>
        <EditableValue {...shared} field="ownerId" words={item.ownerName ?? ""}>
          {item.ownerName ? (
            <>
              <span aria-hidden="true">
                <Person name={item.ownerName} size="small" />
              </span>
              {item.ownerName}
            </>
          ) : undefined}
        </EditableValue>
      </dd>
      <dt>Product</dt>
      <dd>
        <EditableValue {...shared} field="productId" words={item.productName ?? ""} />
        {item.productSlug ? (
          <Link className="hint" href={`/${workspace.slug}/products/${item.productSlug}`}>
            Open
          </Link>
        ) : null}
      </dd>
      <dt>Estimate</dt>
      <dd>
        <EditableValue {...shared} field="estimate" words={estimateWords(item.estimate)} />
      </dd>
      <dt>Due</dt>
      <dd>
        <EditableValue {...shared} field="dueDate" words={due?.text ?? ""}>
          {due?.overdue ? <StateWord state="bad">{due.text}, overdue</StateWord> : due?.text}
        </EditableValue>
      </dd>
      <dt>Quarter</dt>
      <dd>
        <EditableValue {...shared} field="quarter" words={item.quarter ?? ""} />
      </dd>
      <dt>Labels</dt>
      <dd>
        <EditableValue {...shared} field="labels" words={labelsText(item.labels)} />
      </dd>
    </dl>
  )
}
