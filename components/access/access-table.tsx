"use client"
import Link from "next/link"
import { useWorkspace } from "@/components/api/workspace"
import { useRowKeys } from "@/components/shell/use-row-keys"
import { StateWord } from "@/components/ui/state-word"
import { Table, Td, Th } from "@/components/ui/table"
import type { AccessView } from "@/server/access/domain/access-filter"
import type { AccessRow } from "@/server/access/domain/access-row"
import { PURPOSE_LABELS, rightsWords } from "@/server/access/domain/request"
import { AccessStateWord } from "./access-state-word"
import { endWords, setUpWords } from "./prepare-access"
import "./access.css"

type Props = { rows: readonly AccessRow[]; view: AccessView; label: string }

/** Who has, had or asked for what. In the list of decisions a row leads to the decision, else to the request. */
export function AccessTable({ rows, view, label }: Props) {
  const { workspace, now } = useWorkspace()
  const keys = useRowKeys()
  const base = `/${workspace.slug}`
  const hrefOf = (row: AccessRow) =>
    view === "decide" && row.approvalId ? `${base}/approvals/${row.approvalId}` : `${base}/access/${row.id}`
  return (
    <div ref={keys}>
      <Table label={label} className="access-table">
        <thead>
          <tr>
            <Th>Person</Th>
            <Th>Has access to</Th>
            <Th className="wide">Rights</Th>
            <Th className="wide">Purpose</Th>
            <Th>State</Th>
            <Th>Set up</Th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const setUp = setUpWords(row)
            return (
              <tr key={row.id}>
                <Th scope="row">
                  {row.beneficiary.name}
                  {row.requester.id === row.beneficiary.id ? null : (
                    <small>asked by {row.requester.name}</small>
                  )}
                </Th>
                <Td>
                  <Link href={hrefOf(row)}>{row.subject.name}</Link>
                  {row.subject.type === "asset" ? (
                    <small>data asset{row.product ? ` of ${row.product.name}` : ""}</small>
                  ) : null}
                </Td>
                <Td className="wide">{rightsWords(row.rights)}</Td>
                <Td className="wide">
                  {PURPOSE_LABELS[row.purpose]}
                  <small className="reason">{row.reason}</small>
                </Td>
                <Td>
                  <AccessStateWord state={row.state} />
                  <small>{endWords(row, now)}</small>
                </Td>
                <Td>
                  <StateWord state={setUp.state}>{setUp.words}</StateWord>
                </Td>
              </tr>
            )
          })}
        </tbody>
      </Table>
    </div>
  )
}
