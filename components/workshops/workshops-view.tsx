"use client"
import { counted } from "@/server/kernel/domain/counted"
import "./workshops.css"
import { useSuspenseQuery } from "@tanstack/react-query"
import Link from "next/link"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { Button, buttonClass } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { PageHead } from "@/components/ui/page-head"
import { SectionHead } from "@/components/ui/section-head"
import { isOpen } from "@/server/workshops/domain/workshop"
import { BacklogTabs } from "./backlog-tabs"
import { WorkshopTable } from "./workshop-table"

/** The workshops of the workspace: those that go on, and the record of those that are over. */
export function WorkshopsView() {
  const trpc = useTRPC()
  const { workspace, may } = useWorkspace()
  const { data: workshops } = useSuspenseQuery(trpc.workshops.listWorkshops.queryOptions({}))
  const open = workshops.filter(({ phase }) => isOpen(phase))
  const over = workshops.filter(({ phase }) => !isOpen(phase))
  const verdict = may("workshops.facilitate")
  const href = `/${workspace.slug}/backlog/workshops/new`
  const start = verdict.ok ? (
    <Link className={buttonClass({ variant: "primary" })} href={href}>
      Start a workshop
    </Link>
  ) : (
    <Button variant="primary" disabledReason={verdict.reason}>
      Start a workshop
    </Button>
  )
  const state =
    workshops.length === 0
      ? "No workshop was held yet"
      : `${counted(open.length, "workshop")} open, ${over.length} over.`
  return (
    <div className="workshops">
      <PageHead
        title="Backlog"
        state={state}
        actions={
          <>
            <BacklogTabs />
            {start}
          </>
        }
      />
      {workshops.length === 0 ? (
        <EmptyState
          title="Order the backlog together"
          sample={
            <p className="muted">
              Eight items, five people, WSJF: 15 minutes of silent scoring, reveal, talk about the three items
              on which you are split, score those again, decide.
            </p>
          }
        >
          In a workshop everybody scores the same items silently on their own device; the scores are revealed
          at once, the largest differences are discussed, and the decision is recorded with its reasons and
          the dissent.
        </EmptyState>
      ) : null}
      {open.length > 0 ? (
        <section>
          <SectionHead title="Open" />
          <WorkshopTable label="Open workshops" workshops={open} />
        </section>
      ) : null}
      {over.length > 0 ? (
        <section>
          <SectionHead title="Over" note="with their record" />
          <WorkshopTable label="Workshops that are over" workshops={over} />
        </section>
      ) : null}
    </div>
  )
}
