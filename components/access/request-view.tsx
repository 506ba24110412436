"use client"
import { useMutation, useSuspenseQuery } from "@tanstack/react-query"
import dynamic from "next/dynamic"
import Link from "next/link"
import { useState } from "react"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { ApprovalPanel } from "@/components/approvals/approval-panel"
import { Button, buttonClass } from "@/components/ui/button"
import { ConfirmDialog } from "@/components/ui/confirm-dialog"
import { PageHead } from "@/components/ui/page-head"
import { shortDate } from "@/components/ui/prepare-relative-time"
import { RelativeTime } from "@/components/ui/relative-time"
import { SectionHead } from "@/components/ui/section-head"
import type { AccessRow, Execution } from "@/server/access/domain/access-row"
import { lastDayOf, PURPOSE_LABELS, rightsWords } from "@/server/access/domain/request"
import type { RequestDetails } from "./access-data"
import { AccessStateWord } from "./access-state-word"
import { endWords } from "./prepare-access"
import { useRefreshAccess } from "./use-refresh-access"
import "@/components/products/products.css"
import "./access.css"

const RequestDialog = dynamic(() => import("./request-dialog"), { ssr: false })
const ExecutionDialog = dynamic(() => import("./execution-dialog"), { ssr: false })

type Opened = "revise" | "renew" | "granted" | "removed" | "revoke"

/** One request: what was asked, how it was decided, who set it up, and what came before and after it. */
export function RequestView({ id }: { id: string }) {
  const trpc = useTRPC()
  const refresh = useRefreshAccess()
  const { workspace, me, now } = useWorkspace()
  const { data: request } = useSuspenseQuery(trpc.access.getRequest.queryOptions({ id }))
  const [open, setOpen] = useState<Opened>()
  const revoke = useMutation(trpc.access.revokeAccess.mutationOptions())
  const base = `/${workspace.slug}`
  const mine = request.beneficiary.id === me.id
  const { may, subject } = request
  const close = () => setOpen(undefined)
  return (
    <>
      <PageHead
        title={`${request.beneficiary.name}: ${subject.name}`}
        crumbs={[
          { label: "Access", href: `${base}/access` },
          {
            label: subject.name,
            href: `${base}/${subject.type === "asset" ? "assets" : "products"}/${subject.key}`,
          },
        ]}
        state={
          <>
            <AccessStateWord state={request.state} chip /> {rightsWords(request.rights)},{" "}
            {endWords(request, now)}.
          </>
        }
        actions={<Acts request={request} mine={mine} onOpen={setOpen} />}
      />
      <div className="below first">
        <div>
          <section>
            <SectionHead title="What was asked" />
            <Facts request={request} />
          </section>
          <section className="mt-8">
            <SectionHead
              title="Where the data is"
              note="Plumbline records this; it provisions nothing itself"
            />
            <dl className="facts">
              <dt>Set up</dt>
              <dd>
                <Done
                  done={request.granted}
                  none={request.approvedAt ? "Not recorded yet" : "Not approved"}
                />
              </dd>
              <dt>Removed</dt>
              <dd>
                <Done done={request.removed} none="Not recorded" />
              </dd>
            </dl>
            <div className="access-acts">
              {may.recordGranted ? <Button onClick={() => setOpen("granted")}>Record set-up</Button> : null}
              {may.recordRemoved ? <Button onClick={() => setOpen("removed")}>Record removal</Button> : null}
            </div>
          </section>
        </div>
        <div>
          <section>
            <SectionHead title="Decision" />
            <ApprovalPanel kind="access_request" subjectId={request.id} current={request.version} />
          </section>
          <Renewals request={request} base={base} />
        </div>
      </div>
      {open === "revise" ? (
        <RequestDialog before={{ request, as: "revision" }} onClose={close} />
      ) : open === "renew" ? (
        <RequestDialog before={{ request, as: "renewal" }} onClose={close} />
      ) : open === "granted" || open === "removed" ? (
        <ExecutionDialog request={request} act={open} onClose={close} />
      ) : null}
      <ConfirmDialog
        open={open === "revoke"}
        onOpenChange={(next) => setOpen(next ? "revoke" : undefined)}
        title={mine ? "Give the access back" : `Revoke the access of ${request.beneficiary.name}`}
        description="It ends at once and for good; an engineer is asked to remove it where the data is. A new request is possible."
        action={mine ? "Give back access" : "Revoke access"}
        ask={{ kind: "reason" }}
        onConfirm={async (reason) => {
          await revoke.mutateAsync({ id, reason })
          await refresh()
        }}
      />
    </>
  )
}

function Acts({
  request: { may, approvalId, state },
  mine,
  onOpen,
}: {
  request: RequestDetails
  mine: boolean
  onOpen: (open: Opened) => void
}) {
  const { workspace } = useWorkspace()
  const waiting = state === "waiting" || state === "changes"
  return (
    <>
      {may.revoke ? (
        <Button onClick={() => onOpen("revoke")}>{mine ? "Give back access" : "Revoke access"}</Button>
      ) : null}
      {may.revise ? <Button onClick={() => onOpen("revise")}>Change request</Button> : null}
      {may.renew ? (
        <Button variant="primary" onClick={() => onOpen("renew")}>
          Renew access
        </Button>
      ) : null}
      {waiting && approvalId ? (
        <Link
          className={buttonClass({ variant: "primary" })}
          href={`/${workspace.slug}/approvals/${approvalId}`}
        >
          Open decision
        </Link>
      ) : null}
    </>
  )
}

function Facts({ request }: { request: RequestDetails }) {
  const { now } = useWorkspace()
  return (
    <dl className="facts">
      <dt>Person</dt>
      <dd>{request.beneficiary.name}</dd>
      <dt>Asked by</dt>
      <dd>
        {request.requester.name}, <RelativeTime iso={request.requestedAt} now={now} past />
      </dd>
      <dt>Purpose</dt>
      <dd>
        {PURPOSE_LABELS[request.purpose]}
        <p className="sub">{request.reason}</p>
      </dd>
      <dt>Rights</dt>
      <dd>{rightsWords(request.rights)}</dd>
      <dt>From</dt>
      <dd>{shortDate(request.begins)}</dd>
      <dt>Last day</dt>
      <dd>{shortDate(lastDayOf(request.validUntil))}</dd>
      {request.revocation ? (
        <>
          <dt>Ended early</dt>
          <dd>
            {shortDate(request.revocation.at)}
            {request.revocation.by ? ` by ${request.revocation.by}` : ""}
            <p className="sub">{request.revocation.reason}</p>
          </dd>
        </>
      ) : null}
    </dl>
  )
}

function Done({ done, none }: { done: Execution | null; none: string }) {
  if (!done) return <span className="unknown">{none}</span>
  return (
    <>
      By {done.by} on {shortDate(done.on)}
      <p className="sub">{done.evidence}</p>
    </>
  )
}

function Renewals({ request, base }: { request: RequestDetails; base: string }) {
  const { now } = useWorkspace()
  if (!request.before && request.renewals.length === 0) return null
  const line = (row: AccessRow, words: string) => (
    <li key={row.id}>
      <p>
        <Link href={`${base}/access/${row.id}`}>{words}</Link>
        <span className="sub">{endWords(row, now)}</span>
      </p>
      <AccessStateWord state={row.state} />
    </li>
  )
  return (
    <section className="mt-8">
      <SectionHead title="Renewals" note="each a request of its own" />
      <ul className="activity">
        {request.before ? line(request.before, "The access before this one") : null}
        {request.renewals.map((row) => line(row, `Renewed on ${shortDate(row.requestedAt, now)}`))}
      </ul>
    </section>
  )
}
