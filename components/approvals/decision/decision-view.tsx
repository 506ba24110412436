"use client"
import { useSuspenseQuery } from "@tanstack/react-query"
import Link from "next/link"
import { useEffect, useMemo, useRef } from "react"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { classNames } from "@/components/ui/class-names"
import { Notice } from "@/components/ui/notice"
import { PageHead } from "@/components/ui/page-head"
import { exactTime } from "@/components/ui/prepare-relative-time"
import { RelativeTime } from "@/components/ui/relative-time"
import { SectionHead } from "@/components/ui/section-head"
import { StateWord } from "@/components/ui/state-word"
import { closedReason } from "@/server/approvals/domain/decision-rules"
import { APPROVAL_KINDS } from "@/server/approvals/domain/kinds"
import { SIGNATURE_NOTICE } from "@/server/approvals/domain/statement"
import type { Approval, ConfirmBy } from "../approval-data"
import { ApprovalState } from "../approval-state"
import "../approvals.css"
import "./decision.css"
import { useMarkRead } from "../inbox/use-mark-read"
import { ContentTree } from "./content-tree"
import { DecidePanel } from "./decide-panel"
import { DecisionActions } from "./decision-actions"
import { PeopleList } from "./people-list"
import { type Json, showContent } from "./prepare-content"
import { integrityOf, progressWords } from "./prepare-decision"
import { SignatureList } from "./signature-list"

type Props = { requestId: string; confirmBy: ConfirmBy }

/** One decision: what is asked, the exact content, whose work it is, who signed, and the form to sign. */
export function DecisionView({ requestId, confirmBy }: Props) {
  const trpc = useTRPC()
  const { workspace, now } = useWorkspace()
  const { data: approval } = useSuspenseQuery(trpc.approvals.getApproval.queryOptions({ requestId }))
  useReadOnce(approval)
  const approvals = approval.signatures.filter(({ meaning }) => meaning === "approval").length
  const shown = { ...approval, version: approval.subjectVersion, approvals }
  const kind = APPROVAL_KINDS[approval.kind]
  return (
    <div className="decision">
      <p className="print-only print-head">
        {workspace.name}, record of a decision, printed {exactTime(now)}; asked for on{" "}
        {exactTime(approval.requestedAt)}
      </p>
      <PageHead
        title={approval.subjectName}
        crumbs={[{ label: "Approvals", href: `/${workspace.slug}/approvals` }, { label: kind.label }]}
        state={
          <>
            <ApprovalState approval={shown} /> {progressWords(approval)}. Asked by {approval.requestedBy.name}{" "}
            <RelativeTime iso={approval.requestedAt} now={now} past />
            {approval.placeName ? `, ${approval.placeName}` : ""}
            {approval.dueOn && approval.state === "open" ? (
              <>
                , due <RelativeTime iso={approval.dueOn} now={now} />
              </>
            ) : null}
            .
          </>
        }
        actions={<DecisionActions approval={approval} />}
      />
      <div className="decision-columns">
        <div>
          <Asked approval={approval} />
          <Content approval={approval} />
        </div>
        <div>
          <Decision approval={approval} confirmBy={confirmBy} />
          <section>
            <SectionHead title="Signatures" />
            <SignatureList requestId={requestId} signatures={approval.signatures} />
          </section>
          <section>
            <SectionHead title="Whose work it is" />
            <PeopleList approval={approval} />
          </section>
          <p className={classNames("hint", approval.state === "open" && "print-only")}>{SIGNATURE_NOTICE}</p>
        </div>
      </div>
    </div>
  )
}

function Asked({ approval }: { approval: Approval }) {
  const { workspace } = useWorkspace()
  return (
    <section>
      <SectionHead
        title="What is asked"
        right={<Link href={`/${workspace.slug}${approval.subjectPath}`}>Open its page</Link>}
      />
      <blockquote>{approval.statement}</blockquote>
      <p className="hint">
        What an approval declares. It means: {APPROVAL_KINDS[approval.kind].meaning.toLowerCase()}.
      </p>
      {approval.note ? <p className="approval-note mt-3">{approval.note}</p> : null}
    </section>
  )
}

function Content({ approval }: { approval: Approval }) {
  const shown = useMemo(() => showContent(approval.content as Json), [approval.content])
  const integrity = integrityOf(approval)
  return (
    <section>
      <SectionHead title="Exact content" note={`v${approval.subjectVersion}, as it was submitted`} />
      <ContentTree shown={shown} label="Exact content" />
      <p className="content-hash">
        <StateWord state={integrity.ok ? "good" : "bad"}>{integrity.words}</StateWord>{" "}
        <span className="hint">computed again just now from what is stored</span>
        <code>SHA-256 {approval.contentSha256}</code>
      </p>
    </section>
  )
}

function Decision({ approval, confirmBy }: { approval: Approval; confirmBy: ConfirmBy }) {
  const { now } = useWorkspace()
  const closed = closedReason(approval, now)
  if (closed === undefined) {
    return (
      <section className="decide">
        <SectionHead title="Decide" />
        <DecidePanel approval={approval} confirmBy={confirmBy} />
      </section>
    )
  }
  if (approval.state === "approved" || approval.state === "rejected") return null
  return (
    <section>
      <Notice state="warning">
        <b>{closed}.</b>{" "}
        {approval.state === "outdated" ? "Signatures below are for the older version." : null}
      </Notice>
    </section>
  )
}

/** Opening it reads it, once. */
function useReadOnce({ id, mine }: Approval) {
  const { may } = useWorkspace()
  const { mutate } = useMarkRead()
  const told = useRef("")
  const unread = mine.unread && may("approvals.review").ok
  useEffect(() => {
    if (!unread || told.current === id) return
    told.current = id
    mutate({ requestIds: [id] })
  }, [unread, id, mutate])
}
