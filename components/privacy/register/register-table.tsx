"use client"
import Link from "next/link"
import { useWorkspace } from "@/components/api/workspace"
import { useRowKeys } from "@/components/shell/use-row-keys"
import { classNames } from "@/components/ui/class-names"
import { RelativeTime } from "@/components/ui/relative-time"
import { StateWord } from "@/components/ui/state-word"
import { Table, Td, Th } from "@/components/ui/table"
import { ACTIVITY_STATE_LABELS } from "@/server/privacy/domain/activity-state"
import { LEGAL_BASIS_LABELS, PROCESSING_ROLE_LABELS } from "@/server/privacy/domain/processing-activity"
import { ACTIVITY_LOOKS, gapWords } from "./prepare-register"
import type { ActivityListed } from "./register-data"

/** The entries by number; `j` and `k` move, Enter opens. */
export function RegisterTable({ rows }: { rows: readonly ActivityListed[] }) {
  const box = useRowKeys()
  return (
    <div ref={box}>
      <Table label="Record of processing">
        <thead>
          <tr>
            <Th>Processing</Th>
            <Th>State</Th>
            <Th>Art. 30</Th>
            <Th className="wide">Legal basis</Th>
            <Th className="wide">Outside the Union</Th>
            <Th className="wide">Review</Th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Line key={row.id} row={row} />
          ))}
        </tbody>
      </Table>
    </div>
  )
}

function Line({ row }: { row: ActivityListed }) {
  const { workspace, now } = useWorkspace()
  const { role, legalBasis, transfersOutside, nextReviewOn } = row
  const late = nextReviewOn !== null && nextReviewOn < now.slice(0, 10)
  const about = [PROCESSING_ROLE_LABELS[role], ...row.products].join(", ")
  return (
    <tr>
      <Th scope="row">
        <Link data-row href={`/${workspace.slug}/privacy/register/${row.key}`}>
          {row.name}
        </Link>{" "}
        <span className="tag">{row.key}</span>
        <small>{about}</small>
      </Th>
      <Td>
        <StateWord state={ACTIVITY_LOOKS[row.state]}>{ACTIVITY_STATE_LABELS[row.state]}</StateWord>
        {row.special ? <small>special categories</small> : null}
      </Td>
      <Td>
        <StateWord state={row.gaps === 0 ? "good" : "warning"}>{gapWords(row.gaps)}</StateWord>
      </Td>
      <Td className="wide">
        {legalBasis ? (
          LEGAL_BASIS_LABELS[legalBasis]
        ) : (
          <span className="muted">{role === "processor" ? "the controller's" : "not said"}</span>
        )}
      </Td>
      <Td className="wide">
        {transfersOutside === null ? <span className="muted">not said</span> : null}
        {transfersOutside === false ? "no" : null}
        {transfersOutside ? row.countries.join(", ") || "yes, not said where" : null}
      </Td>
      <Td className={classNames("wide whitespace-nowrap", late && "bad")}>
        {nextReviewOn ? (
          <>
            {late ? "late, " : ""}
            <RelativeTime iso={nextReviewOn} now={now} />
          </>
        ) : (
          <span className="muted">not set</span>
        )}
      </Td>
    </tr>
  )
}
