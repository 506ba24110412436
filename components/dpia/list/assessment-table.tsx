"use client"
import Link from "next/link"
import { useWorkspace } from "@/components/api/workspace"
import { useRowKeys } from "@/components/shell/use-row-keys"
import { classNames } from "@/components/ui/class-names"
import { RelativeTime } from "@/components/ui/relative-time"
import { StateWord } from "@/components/ui/state-word"
import { Table, Td, Th } from "@/components/ui/table"
import { ASSESSMENT_STATE_LABELS, type ListedAssessment } from "@/server/dpia/domain/assessment-row"
import { changeCount } from "@/server/dpia/domain/known-facts"
import { RISK_WEIGHT_LABELS } from "@/server/dpia/domain/risk"
import { ASSESSMENT_LOOKS, WEIGHT_LOOKS } from "../prepare-states"
import { waitsOn } from "./prepare-lists"

/** Assessments, newest first; `j` and `k` move, Enter opens. */
export function AssessmentTable({ rows }: { rows: readonly ListedAssessment[] }) {
  const box = useRowKeys()
  return (
    <div ref={box}>
      <Table label="Impact assessments">
        <thead>
          <tr>
            <Th>Assessment</Th>
            <Th>State</Th>
            <Th num className="wide">
              Progress
            </Th>
            <Th>Risk that remains</Th>
            <Th className="wide">Waits on</Th>
            <Th className="wide">Review</Th>
            <Th className="wide">Changed</Th>
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

function Line({ row }: { row: ListedAssessment }) {
  const { workspace, now } = useWorkspace()
  const late = row.reviewOn !== null && row.reviewOn < now.slice(0, 10) && row.state !== "archived"
  return (
    <tr>
      <Th scope="row">
        <Link data-row href={`/${workspace.slug}/privacy/assessments/${row.key}`}>
          {row.name}
        </Link>{" "}
        <span className="tag">
          {row.key} v{row.version}
        </span>
        <small>
          {row.product.name}
          {row.category ? `, ${row.category}` : ""}
        </small>
      </Th>
      <Td>
        <StateWord state={ASSESSMENT_LOOKS[row.state]}>{ASSESSMENT_STATE_LABELS[row.state]}</StateWord>
        {row.approvedVersion !== null ? <small>v{row.approvedVersion} was approved</small> : null}
        {row.changedFacts > 0 ? <small className="warning">{changeCount(row.changedFacts)}</small> : null}
      </Td>
      <Td num className="wide">
        {row.progress} %
      </Td>
      <Td>
        <StateWord state={WEIGHT_LOOKS[row.riskWeight]}>{RISK_WEIGHT_LABELS[row.riskWeight]}</StateWord>
      </Td>
      <Td className="wide">{waitsOn(row) ?? <span className="muted">nobody</span>}</Td>
      <Td className={classNames("wide whitespace-nowrap", late && "bad")}>
        {row.reviewOn ? (
          <>
            {late ? "late, " : ""}
            <RelativeTime iso={row.reviewOn} now={now} />
          </>
        ) : (
          <span className="muted">not set</span>
        )}
      </Td>
      <Td className="wide whitespace-nowrap">
        <RelativeTime iso={row.updatedAt} now={now} past />
      </Td>
    </tr>
  )
}
