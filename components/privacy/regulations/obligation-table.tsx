"use client"
import { useWorkspace } from "@/components/api/workspace"
import { classNames } from "@/components/ui/class-names"
import { RelativeTime } from "@/components/ui/relative-time"
import { SectionHead } from "@/components/ui/section-head"
import { Table, Td, Th } from "@/components/ui/table"
import { ObligationCover } from "./obligation-cover"
import { byRegulation, type ControlListed, type ObligationListed } from "./prepare-regulations"

type Props = {
  rows: readonly ObligationListed[]
  controls: readonly ControlListed[]
  onOpen: (id: string) => void
}

/** The obligations of each regulation; a title opens all that is known of one. */
export function ObligationTable({ rows, controls, onOpen }: Props) {
  return byRegulation(rows).map(([regulation, obligations]) => (
    <section key={regulation} className="mb-8">
      <SectionHead title={regulation} note={`${obligations.length} in the register`} />
      <Table label={`Obligations of ${regulation}`}>
        <thead>
          <tr>
            <Th>Obligation</Th>
            <Th>Covered</Th>
            <Th className="wide">Owner</Th>
            <Th className="wide">Legal review</Th>
            <Th className="wide">Next</Th>
          </tr>
        </thead>
        <tbody>
          {obligations.map((row) => (
            <Line key={row.id} row={row} controls={controls} onOpen={onOpen} />
          ))}
        </tbody>
      </Table>
    </section>
  ))
}

type LineProps = Omit<Props, "rows"> & { row: ObligationListed }

function Line({ row, controls, onOpen }: LineProps) {
  const { now } = useWorkspace()
  const { id, article, title, note, owner, reviewedOn, nextReviewOn } = row
  const late = nextReviewOn !== null && nextReviewOn < now.slice(0, 10)
  return (
    <tr>
      <Th scope="row" className="obligation">
        <button type="button" className="link" onClick={() => onOpen(id)}>
          {title}
        </button>{" "}
        <span className="tag">{article}</span>
        <small>{note}</small>
      </Th>
      <Td className="covered">
        <ObligationCover obligation={row} controls={controls} />
      </Td>
      <Td className="wide">{owner?.name ?? <span className="muted">nobody yet</span>}</Td>
      <Td className="wide whitespace-nowrap">
        {reviewedOn ? <RelativeTime iso={reviewedOn} now={now} past /> : <span className="muted">never</span>}
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
