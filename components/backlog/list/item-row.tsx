"use client"
import Link from "next/link"
import { memo, type PointerEvent, useEffect, useRef } from "react"
import { classNames } from "@/components/ui/class-names"
import { Person } from "@/components/ui/person"
import { RelativeTime } from "@/components/ui/relative-time"
import { StateWord } from "@/components/ui/state-word"
import { ITEM_STATUS_LABELS, ITEM_TYPE_LABELS, type ItemChanges } from "@/server/backlog/domain/item"
import type { Verdict } from "@/server/kernel/domain/verdict"
import { EditableValue } from "../fields/editable-value"
import { FieldEditor } from "../fields/lazy-field-editor"
import type { ListedItem } from "../item-data"
import { dueWords, estimateWords, labelsText } from "../prepare-item"
import type { Choices } from "../use-choices"

export type RowActions = {
  setCurrent: (index: number) => void
  toggle: (item: ListedItem) => void
  save: (item: ListedItem, changes: ItemChanges) => void
  editTitle: (id: string | null) => void
  startDrag: (index: number, event: PointerEvent<HTMLElement>) => void
  explainOrder: () => void
}

type Props = {
  item: ListedItem
  index: number
  href: string
  now: string
  current: boolean
  /** Tab reaches the controls of this row; those of the others are reached by j and k. */
  tabStop: boolean
  selected: boolean
  editingTitle: boolean
  /** Where the row would land when it is dragged: above or below this one. */
  drop: "above" | "below" | null
  mayEdit: Verdict
  mayOrder: Verdict
  choices: Choices
  on: RowActions
}

/** Id of the link of a row, so that moving by key can focus it. */
export const rowLinkId = (id: string) => `row-${id}`

export const ItemRow = memo(function ItemRow(props: Props) {
  const { item, index, href, now, current, selected, editingTitle, drop, mayEdit, choices, on } = props
  const link = useRef<HTMLAnchorElement>(null)
  const returning = useRef(false)
  useEffect(() => {
    if (!editingTitle && returning.current) link.current?.focus()
    returning.current = false
  }, [editingTitle])
  const tabIndex = props.tabStop ? 0 : -1
  const save = (changes: ItemChanges) => on.save(item, changes)
  const shared = { itemKey: item.key, value: item, choices, may: mayEdit, onSave: save, tabIndex }
  const due = dueWords(item.dueDate, item.status, now)
  return (
    <tr
      data-index={index}
      aria-rowindex={index + 2}
      className={classNames(selected && "sel", current && "cur", drop && `drop-${drop}`)}
      onPointerDown={() => on.setCurrent(index)}
    >
      <td className="cb">
        <input
          type="checkbox"
          tabIndex={tabIndex}
          aria-label={`Select ${item.key}`}
          checked={selected}
          onChange={() => on.toggle(item)}
        />
      </td>
      <td className="rk num">
        <RankHandle index={index} itemKey={item.key} mayOrder={props.mayOrder} on={on} />
      </td>
      <td className="ti">
        {editingTitle ? (
          <FieldEditor
            itemKey={item.key}
            field="title"
            value={item}
            choices={choices}
            onSave={save}
            onClose={(returnFocus) => {
              returning.current = returnFocus
              on.editTitle(null)
            }}
          />
        ) : (
          <span className="row-title">
            <span className="ky">{item.key}</span>{" "}
            <Link ref={link} id={rowLinkId(item.id)} className="plain" href={href} tabIndex={tabIndex}>
              {item.title}
            </Link>
          </span>
        )}
      </td>
      <td className="lb">
        <EditableValue {...shared} field="labels" words={labelsText(item.labels)} />
      </td>
      <td className="kd">{ITEM_TYPE_LABELS[item.type]}</td>
      <td className="stt">
        <EditableValue {...shared} field="status" words={ITEM_STATUS_LABELS[item.status]} />
      </td>
      <td className="pr">
        <span className="clip">{item.productName ?? "–"}</span>
      </td>
      <td className="es num">
        <EditableValue {...shared} field="estimate" words={estimateWords(item.estimate)} />
      </td>
      <td className="du">
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
      </td>
      <td className="up">
        <RelativeTime iso={item.updatedAt} now={now} />
      </td>
      <td className="ow">
        <EditableValue {...shared} field="ownerId" words={item.ownerName ?? ""}>
          {item.ownerName ? <Person name={item.ownerName} size="small" /> : undefined}
        </EditableValue>
      </td>
    </tr>
  )
})

type HandleProps = { index: number; itemKey: string; mayOrder: Verdict; on: RowActions }

/** The place in the list, which is also the handle to drag the row by. By key: Alt with an arrow. */
function RankHandle({ index, itemKey, mayOrder, on }: HandleProps) {
  return (
    <button
      type="button"
      className="rank-handle"
      tabIndex={-1}
      aria-label={`Place ${index + 1}, ${itemKey}`}
      aria-disabled={mayOrder.ok ? undefined : true}
      title={mayOrder.ok ? "Drag to move, or press Alt with an arrow key" : mayOrder.reason}
      onPointerDown={(event) => mayOrder.ok && on.startDrag(index, event)}
      onClick={() => !mayOrder.ok && on.explainOrder()}
    >
      {(index + 1).toLocaleString("en-GB")}
    </button>
  )
}
