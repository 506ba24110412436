"use client"
import Link from "next/link"
import { useWorkspace } from "@/components/api/workspace"
import { fileHref } from "@/components/discussion/call-attach"
import { Button } from "@/components/ui/button"
import { RelativeTime } from "@/components/ui/relative-time"
import { StateWord } from "@/components/ui/state-word"
import { shortAddress } from "@/server/discussion/domain/link"
import type { CheckAct, Checklist, CheckRow } from "./done-data"
import { checkState, waiverWords } from "./prepare-checklist"

type Props = {
  row: CheckRow
  reviews: Checklist["reviews"]
  reason: string | undefined
  onAct: (kind: CheckAct) => void
}

/** One check: how it stands, why, what shows it, and what can be done about it. */
export function CheckEntry({ row, reviews, reason, onAct }: Props) {
  const { workspace, now } = useWorkspace()
  const { state, word } = checkState(row)
  const open = row.state !== "met"
  const mayWaive = open && row.waiver?.state !== "waits" && !row.waiver?.renewalAsked
  const waiver = row.state === "waived" ? "Ask for longer" : "Ask for a waiver"
  return (
    <li className="dod-check">
      <span className="how">
        <StateWord state={state}>{word}</StateWord>
      </span>
      <div className="what">
        <p>
          <b>{row.title}</b>
          {row.level === "advisory" ? <span className="hint"> advisory</span> : null}
        </p>
        <p className="hint">
          {row.reason}
          {row.at ? (
            <>
              , <RelativeTime iso={row.at} now={now} past />
            </>
          ) : null}
          {row.facts.map(({ label, href }) => (
            <span key={href}>
              {" · "}
              <Link href={`/${workspace.slug}${href}`}>{label}</Link>
            </span>
          ))}
        </p>
        {row.help && open ? <p className="hint">{row.help}</p> : null}
        <Evidence row={row} />
        <WaiverLine row={row} />
        {reviews.map((review) => (
          <p key={review.id} className="hint">
            {review.byName} {review.accepted ? "accepted it" : "asked for changes"}
            {review.independent ? "" : " (their own work: does not count)"}: {review.note}
          </p>
        ))}
      </div>
      <span className="acts">
        {row.kind === "manual" && open ? (
          <Button size="small" disabledReason={reason} onClick={() => onAct("mark")}>
            Mark as met
          </Button>
        ) : null}
        {row.kind === "manual" && !open ? (
          <Button size="small" variant="quiet" disabledReason={reason} onClick={() => onAct("reopen")}>
            Open again
          </Button>
        ) : null}
        {row.check === "peer-reviewed" ? (
          <Button size="small" disabledReason={reason} onClick={() => onAct("review")}>
            Record review
          </Button>
        ) : null}
        {mayWaive ? (
          <Button
            size="small"
            variant="quiet"
            disabledReason={reason}
            aria-label={`${waiver}: ${row.title}`}
            onClick={() => onAct("waive")}
          >
            {waiver}
          </Button>
        ) : null}
      </span>
    </li>
  )
}

function Evidence({ row: { answer } }: { row: CheckRow }) {
  const { workspace } = useWorkspace()
  if (answer?.kind !== "done") return null
  const { evidenceUrl, file, note } = answer
  if (!evidenceUrl && !file && !note) return null
  return (
    <p className="evidence">
      {evidenceUrl ? (
        <a href={evidenceUrl} target="_blank" rel="noreferrer noopener">
          {shortAddress(evidenceUrl)}
        </a>
      ) : null}
      {file && !file.removed ? <a href={fileHref(workspace.slug, file.id)}>{file.name}</a> : null}
      {note ? <span>{note}</span> : null}
    </p>
  )
}

function WaiverLine({ row: { waiver, state } }: { row: CheckRow }) {
  const { workspace, now } = useWorkspace()
  const words = waiverWords(waiver, now)
  if (!waiver || !words || state === "met") return null
  return (
    <p className="hint">
      {waiver.requestId ? (
        <Link href={`/${workspace.slug}/approvals/${waiver.requestId}`}>Waiver</Link>
      ) : (
        "Waiver"
      )}{" "}
      {words}. {waiver.askedByName}: {waiver.reason}
      {waiver.approvedBy.length > 0 ? ` (approved by ${waiver.approvedBy.join(", ")})` : null}
      {waiver.renewalAsked ? ". A longer one waits for a decision" : null}
    </p>
  )
}
