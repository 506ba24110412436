"use client"
import { useMutation } from "@tanstack/react-query"
import { errorMessage } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { Button } from "@/components/ui/button"
import { Chip } from "@/components/ui/chip"
import { exactTime, shortDate } from "@/components/ui/prepare-relative-time"
import { RelativeTime } from "@/components/ui/relative-time"
import { StateWord } from "@/components/ui/state-word"
import { Table, Td, Th } from "@/components/ui/table"
import { notify } from "@/components/ui/toast"
import { lastDayOf } from "@/server/access/domain/request"
import { FLAG_LABELS, OUTCOME_LABELS } from "@/server/access/domain/review"
import { isPending, type ReviewLine } from "@/server/access/domain/review-line"
import { useRefreshAccess } from "../use-refresh-access"
import { type Chosen, NONE_CHOSEN } from "./prepare-lines"
import { FLAG_LOOKS } from "./prepare-review"
import "../access.css"

const NOTHING: ReadonlySet<string> = new Set()

type Props = {
  label: string
  lines: readonly ReviewLine[]
  /** Lines that may be chosen, and those that are. */
  choosable?: ReadonlySet<string>
  chosen?: Chosen
  onChoose?: (lines: readonly ReviewLine[], on: boolean) => void
  /** The review whose refused revocations may be tried again. */
  retryIn?: string
  /** On paper moments are written out. */
  paper?: boolean
}

/** The lines of a review: who holds what since when and why, what stands out, and what was decided. */
export function LineTable({
  label,
  lines,
  choosable = NOTHING,
  chosen = NONE_CHOSEN,
  onChoose,
  retryIn,
  paper = false,
}: Props) {
  const { now } = useWorkspace()
  const day = (iso: string) => (paper ? iso.slice(0, 10) : shortDate(iso))
  const open = lines.filter(({ id }) => choosable.has(id))
  return (
    <Table label={label} className="review-lines">
      <thead>
        <tr>
          {onChoose ? (
            <Th className="pick">
              <input
                type="checkbox"
                aria-label="All open lines of this page"
                checked={open.every(({ id }) => chosen.has(id))}
                onChange={(event) => onChoose(open, event.target.checked)}
              />
            </Th>
          ) : null}
          <Th>Person</Th>
          <Th>Holds</Th>
          <Th className="wide">Last visit</Th>
          <Th>Flags</Th>
          <Th>Reviewer</Th>
          <Th>Decision</Th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id}>
            {onChoose ? (
              <Td className="pick">
                {choosable.has(line.id) ? (
                  <input
                    type="checkbox"
                    aria-label={`Choose ${line.subjectName}: ${line.what}`}
                    checked={chosen.has(line.id)}
                    onChange={(event) => onChoose([line], event.target.checked)}
                  />
                ) : null}
              </Td>
            ) : null}
            <Th scope="row">{line.subjectName}</Th>
            <Td>
              {line.what}
              <small>
                since {day(line.since)}
                {line.until ? `, until ${day(lastDayOf(line.until))}` : ""}
                {line.justification ? `. ${line.justification}` : ""}
              </small>
            </Td>
            <Td className="wide">
              <LastVisit iso={line.lastVisitAt} now={now} paper={paper} />
            </Td>
            <Td>
              {line.flags.length === 0 ? <span className="muted">none</span> : null}
              {line.flags.map((flag) => (
                <Chip key={flag} state={FLAG_LOOKS[flag]}>
                  {FLAG_LABELS[flag]}
                </Chip>
              ))}
            </Td>
            <Td>
              {line.reviewer.name}
              {line.reviewer.present ? null : <small>left the workspace</small>}
            </Td>
            <Td>
              <Answer line={line} retryIn={retryIn} paper={paper} />
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

function LastVisit({ iso, now, paper }: { iso: string | null; now: string; paper: boolean }) {
  if (iso === null) return "never"
  return paper ? exactTime(iso) : <RelativeTime iso={iso} now={now} past />
}

type AnswerProps = { line: ReviewLine; retryIn: string | undefined; paper: boolean }

function Answer({ line, retryIn, paper }: AnswerProps) {
  const trpc = useTRPC()
  const refresh = useRefreshAccess()
  const retry = useMutation(
    trpc.access.retryAction.mutationOptions({
      onSuccess: refresh,
      onError: (error) => notify.error(errorMessage(error)),
    }),
  )
  const { answer, action, escalations } = line
  const handed = escalations.map(({ by, at, justification }) => (
    <small key={at}>
      Handed on by {by?.name}: {justification}
    </small>
  ))
  if (!answer) {
    return (
      <>
        <span className="muted">Open</span>
        {handed}
      </>
    )
  }
  const revoked = answer.decision === "revoke"
  return (
    <>
      <StateWord state={revoked ? "bad" : "good"}>{revoked ? "Revoke" : "Keep"}</StateWord>
      <small title={exactTime(answer.at)}>
        {answer.by ? answer.by.name : "No answer in time"}, {(paper ? exactTime : shortDate)(answer.at)}
        {answer.bulkSize > 1 ? `, one of ${answer.bulkSize}` : ""}
      </small>
      {answer.by && answer.justification ? <small>{answer.justification}</small> : null}
      {handed}
      {action ? (
        <small>
          {OUTCOME_LABELS[action.outcome]}
          {action.message ? `: ${action.message}` : ""}
        </small>
      ) : null}
      {retryIn && isPending(line) ? (
        <Button
          size="small"
          className="no-print"
          pending={retry.isPending}
          onClick={() => retry.mutate({ reviewId: retryIn, lineId: line.id })}
        >
          Try again
        </Button>
      ) : null}
    </>
  )
}
