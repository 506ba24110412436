"use client"
import Link from "next/link"
import { memo, type PointerEvent, useEffect, useRef } from "react"
import { classNames } from "@/components/ui/class-names"
import type { ItemChanges } from "@/server/backlog/domain/item"
import type { Verdict } from "@/server/kernel/domain/verdict"
import { BlockedMark } from "../blocked-mark"
import { FieldEditor } from "../fields/lazy-field-editor"
import type { BlockedItem, ListedItem } from "../item-data"
import type { Choices } from "../use-choices"
import { ItemCell } from "./item-cell"
import type { ListColumn } from "./prepare-columns"

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
  /** Its place in the whole list. */
  index: number
  /** Its line on the screen: heads of groups are lines too. */
  line: number
  linkId: string
  blocked: BlockedItem | undefined
  columns: readonly ListColumn[]
  itemsHref: string
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

/** Id of the link of a row, so that moving by key can focus it; with its place where an item has several rows. */
export const rowLinkId = (id: string, place: number | null) =>
  place === null ? `row-${id}` : `row-${id}-${place}`

export const ItemRow = memo(function ItemRow(props: Props) {
  const { item, index, line, columns, itemsHref, now, current, selected, editingTitle, drop } = props
  const { mayEdit, choices, on } = props
  const link = useRef<HTMLAnchorElement>(null)
  const returning = useRef(false)
  useEffect(() => {
    if (!editingTitle && returning.current) link.current?.focus()
    returning.current = false
  }, [editingTitle])
  const tabIndex = props.tabStop ? 0 : -1
  const save = (changes: ItemChanges) => on.save(item, changes)
  return (
    <tr
      data-index={line}
      aria-rowindex={line + 2}
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
            <Link
              ref={link}
              id={props.linkId}
              className="plain"
              href={`${itemsHref}/${item.key}`}
              tabIndex={tabIndex}
            >
              {item.title}
            </Link>
            <BlockedMark blocked={props.blocked} itemsHref={itemsHref} tabIndex={tabIndex} />
          </span>
        )}
      </td>
      {columns.map((column) => (
        <td key={column.field} className={column.className}>
          <ItemCell
            field={column.field}
            item={item}
            now={now}
            itemsHref={itemsHref}
            choices={choices}
            may={mayEdit}
            tabIndex={tabIndex}
            onSave={save}
          />
        </td>
      ))}
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
