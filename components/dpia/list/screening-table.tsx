"use client"
import Link from "next/link"
import { useWorkspace } from "@/components/api/workspace"
import { useRowKeys } from "@/components/shell/use-row-keys"
import { RelativeTime } from "@/components/ui/relative-time"
import { StateWord } from "@/components/ui/state-word"
import { Table, Td, Th } from "@/components/ui/table"
import { changeCount } from "@/server/dpia/domain/known-facts"
import { VERDICT_LABELS } from "@/server/dpia/domain/screening"
import { DECISION_LABELS } from "@/server/dpia/domain/screening-decision"
import { PERSONAL_DATA_LABELS } from "@/server/dpia/domain/screening-input"
import {
  type ListedScreening,
  SCREENING_STATE_LABELS,
  screeningPath,
} from "@/server/dpia/domain/screening-row"
import { SCREENING_LOOKS } from "../prepare-states"

/** What is screened, products first; `j` and `k` move, Enter opens. */
export function ScreeningTable({ rows }: { rows: readonly ListedScreening[] }) {
  const { workspace, now } = useWorkspace()
  const box = useRowKeys()
  const base = `/${workspace.slug}`
  return (
    <div ref={box}>
      <Table label="Products and items with their screening">
        <thead>
          <tr>
            <Th>Product or item</Th>
            <Th>Screening</Th>
            <Th className="wide">Declared</Th>
            <Th>Verdict</Th>
            <Th className="wide">Assessment</Th>
            <Th className="wide">Changed</Th>
          </tr>
        </thead>
        <tbody>
          {rows.map(
            ({
              subject,
              product,
              personalData,
              state,
              verdict,
              decision,
              assessments,
              changedFacts,
              updatedAt,
            }) => (
              <tr key={`${subject.type} ${subject.id}`}>
                <Th scope="row">
                  <Link data-row href={`${base}${screeningPath(subject)}`}>
                    {subject.title}
                  </Link>{" "}
                  {subject.type === "item" ? <span className="tag">{subject.name}</span> : null}
                  {subject.type === "item" && product ? <small>{product.name}</small> : null}
                </Th>
                <Td>
                  <StateWord state={SCREENING_LOOKS[state]}>{SCREENING_STATE_LABELS[state]}</StateWord>
                  {changedFacts > 0 ? <small className="warning">{changeCount(changedFacts)}</small> : null}
                </Td>
                <Td className="wide">
                  {personalData ? PERSONAL_DATA_LABELS[personalData] : <span className="muted">nothing</span>}
                </Td>
                <Td>
                  {verdict ? VERDICT_LABELS[verdict] : <span className="muted">none yet</span>}
                  {verdict && decision ? <small>{DECISION_LABELS[decision]}</small> : null}
                </Td>
                <Td className="wide">
                  {assessments.length === 0 ? <span className="muted">none</span> : null}
                  {assessments.map((key) => (
                    <Link key={key} className="mr-2" href={`${base}/privacy/assessments/${key}`}>
                      {key}
                    </Link>
                  ))}
                </Td>
                <Td className="wide whitespace-nowrap">
                  {updatedAt ? <RelativeTime iso={updatedAt} now={now} past /> : null}
                </Td>
              </tr>
            ),
          )}
        </tbody>
      </Table>
    </div>
  )
}
