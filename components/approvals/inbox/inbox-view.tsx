"use client"
import { useSuspenseQuery } from "@tanstack/react-query"
import dynamic from "next/dynamic"
import { useMemo } from "react"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { useAddress } from "@/components/shell/use-address"
import { Button } from "@/components/ui/button"
import { Chip } from "@/components/ui/chip"
import { PageHead } from "@/components/ui/page-head"
import { Tabs } from "@/components/ui/tabs"
import { INBOX_VIEWS } from "@/server/approvals/domain/inbox"
import "../approvals.css"
import { DelegationsPanel } from "../delegations/delegations-panel"
import { InboxList } from "./inbox-list"
import { EMPTY_INBOX_FILTER, inboxParams, inboxWords, parseInboxFilter, VIEW_LABELS } from "./prepare-inbox"

const DelegationDialog = dynamic(
  async () => (await import("../delegations/delegation-dialog")).DelegationDialog,
  { ssr: false },
)

/** Everything that waits for a decision, of all kinds, in one place. */
export function InboxView() {
  const trpc = useTRPC()
  const { workspace, may } = useWorkspace()
  const { params, set } = useAddress()
  const filter = useMemo(() => parseInboxFilter(params), [params])
  const { data: count } = useSuspenseQuery(trpc.approvals.countWaiting.queryOptions({}))
  const here = `/${workspace.slug}/approvals`
  const delegations = params.get("view") === "delegations"
  const mayDelegate = may("approvals.delegate")
  const tabs = INBOX_VIEWS.map((view) => {
    const query = inboxParams({ ...EMPTY_INBOX_FILTER, view }).toString()
    return {
      label: VIEW_LABELS[view],
      href: query ? `${here}?${query}` : here,
      current: !delegations && filter.view === view,
      ...(view === "waiting" && count.waiting > 0 && { count: count.waiting }),
    }
  })
  return (
    <>
      <PageHead
        title="Approvals"
        state={
          <>
            {count.late > 0 ? <Chip state="bad">{count.late} late</Chip> : null}
            {inboxWords(count.waiting, count.late)}
          </>
        }
        actions={
          <Button
            disabledReason={mayDelegate.ok ? undefined : mayDelegate.reason}
            onClick={() => set("new", "delegation")}
          >
            Delegate decisions
          </Button>
        }
      />
      <div className="mb-4">
        <Tabs
          label="Requests and delegations"
          tabs={[...tabs, { label: "Delegations", href: `${here}?view=delegations`, current: delegations }]}
        />
      </div>
      {delegations ? <DelegationsPanel /> : <InboxList key={filter.view} filter={filter} />}
      {params.get("new") === "delegation" && mayDelegate.ok ? (
        <DelegationDialog onClose={() => set("new", null)} />
      ) : null}
    </>
  )
}
