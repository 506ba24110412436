"use client"
import { memo } from "react"
import { Icon } from "@/components/ui/icon"
import type { GroupField } from "@/server/backlog/domain/item-fields"
import { type Group, groupKey, groupName, groupSum } from "./prepare-groups"

type Props = {
  line: number
  field: GroupField
  group: Group
  closed: boolean
  columns: number
  onClose: (keys: readonly string[], shut: boolean) => void
}

/** The head of a group: its name, how many items and how much they are estimated at. Opens and closes it. */
export const GroupRow = memo(function GroupRow({ line, field, group, closed, columns, onClose }: Props) {
  return (
    <tr data-index={line} aria-rowindex={line + 2} className="grp">
      <th scope="rowgroup" colSpan={columns}>
        <button type="button" aria-expanded={!closed} onClick={() => onClose([groupKey(group)], !closed)}>
          <Icon name="down" />
          <b>{groupName(field, group)}</b>
          <span className="hint">{groupSum(group)}</span>
        </button>
      </th>
    </tr>
  )
})
