"use client"
import { memo } from "react"
import { Icon } from "@/components/ui/icon"
import type { GroupField } from "@/server/backlog/domain/item-fields"
import type { ListColumn } from "./prepare-columns"
import { type Group, groupKey, groupName, groupSum } from "./prepare-groups"

type Props = {
  line: number
  field: GroupField
  group: Group
  closed: boolean
  columns: readonly ListColumn[]
  onClose: (keys: readonly string[], shut: boolean) => void
}

/** The head of a group: its name, how many items and how much they are estimated at. Opens and closes it. */
export const GroupRow = memo(function GroupRow(props: Props) {
  const { line, field: by, group, closed, columns, onClose } = props
  return (
    <tr data-index={line} aria-rowindex={line + 2} className="grp">
      <th scope="rowgroup" colSpan={3}>
        <button type="button" aria-expanded={!closed} onClick={() => onClose([groupKey(group)], !closed)}>
          <Icon name="down" />
          <b>{groupName(by, group)}</b>
          <span className="hint">{groupSum(group)}</span>
        </button>
      </th>
      {/* A window leaves some columns out: a head that spans more than are there would make new ones. */}
      {columns.map(({ field, className }) => (
        <td key={field} className={className} />
      ))}
    </tr>
  )
})
