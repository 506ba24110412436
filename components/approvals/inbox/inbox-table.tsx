"use client"
import Link from "next/link"
import { useWorkspace } from "@/components/api/workspace"
import { useRowKeys } from "@/components/shell/use-row-keys"
import { classNames } from "@/components/ui/class-names"
import { RelativeTime } from "@/components/ui/relative-time"
import { Table, Td, Th } from "@/components/ui/table"
import type { InboxRow } from "@/server/approvals/domain/inbox"
import { APPROVAL_KINDS } from "@/server/approvals/domain/kinds"
import { ApprovalState } from "../approval-state"

type Props = {
  rows: readonly InboxRow[]
  chosen: ReadonlySet<string>
  onChoose: (ids: readonly string[], on: boolean) => void
}

/** Requests for approval, newest first; what is unread stands out. */
export function InboxTable({ rows, chosen, onChoose }: Props) {
  const box = useRowKeys()
  const all = rows.length > 0 && rows.every(({ id }) => chosen.has(id))
  return (
    <div ref={box}>
      <Table label="Requests for approval" className="inbox">
        <thead>
          <tr>
            <Th className="pick">
              <input
                type="checkbox"
                aria-label="Choose all requests shown"
                checked={all}
                onChange={() =>
                  onChoose(
                    rows.map(({ id }) => id),
                    !all,
                  )
                }
              />
            </Th>
            <Th>What is asked</Th>
            <Th>State</Th>
            <Th>Due</Th>
            <Th className="wide">Asked by</Th>
            <Th className="wide">When</Th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Line key={row.id} row={row} chosen={chosen.has(row.id)} onChoose={onChoose} />
          ))}
        </tbody>
      </Table>
    </div>
  )
}

type LineProps = { row: InboxRow; chosen: boolean; onChoose: Props["onChoose"] }

function Line({ row, chosen, onChoose }: LineProps) {
  const { workspace, now } = useWorkspace()
  const place = row.placeName ? `, ${row.placeName}` : ""
  return (
    <tr className={classNames(row.unread && "unread", chosen && "sel")}>
      <Td className="pick">
        <input
          type="checkbox"
          aria-label={`Choose ${row.subjectName}`}
          checked={chosen}
          onChange={() => onChoose([row.id], !chosen)}
        />
      </Td>
      <Th scope="row">
        <Link data-row href={`/${workspace.slug}/approvals/${row.id}`}>
          {row.subjectName}
        </Link>{" "}
        <span className="tag">v{row.subjectVersion}</span>
        {row.unread ? <span className="sr-only">, unread</span> : null}
        <small>
          {APPROVAL_KINDS[row.kind].label}
          {place}
          {row.remindedAt && row.state === "open" ? (
            <>
              , reminded <RelativeTime iso={row.remindedAt} now={now} past />
            </>
          ) : null}
        </small>
      </Th>
      <Td>
        <ApprovalState plain approval={{ ...row, version: row.subjectVersion }} />
      </Td>
      <Td className={classNames("whitespace-nowrap", row.overdue && "bad")}>
        {row.dueOn ? <RelativeTime iso={row.dueOn} now={now} /> : <span className="muted">none</span>}
      </Td>
      <Td className="wide">{row.requestedBy.name}</Td>
      <Td className="wide whitespace-nowrap">
        <RelativeTime iso={row.requestedAt} now={now} past />
      </Td>
    </tr>
  )
}
