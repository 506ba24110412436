"use client"
import { useSuspenseQuery } from "@tanstack/react-query"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { useAddress } from "@/components/shell/use-address"
import { useShortcuts } from "@/components/shell/use-shortcuts"
import { EmptyState } from "@/components/ui/empty-state"
import { PageHead } from "@/components/ui/page-head"
import { Tabs } from "@/components/ui/tabs"
import { AuditActions } from "./audit-actions"
import { CheckpointsPanel } from "./checkpoints-panel"
import { EventDialog } from "./event-dialog"
import { EventList } from "./event-list"
import { trailState } from "./prepare-verification"
import { useVerify } from "./use-verify"
import { VerifyResult } from "./verify-result"

/** The audit trail: who did what, when, to what, and whether it still is as it was written. */
export function AuditView() {
  const { may } = useWorkspace()
  const mayRead = may("audit.read")
  if (mayRead.ok) return <Trail />
  return (
    <>
      <PageHead title="Audit trail" />
      <EmptyState title="The audit trail is not open to your roles">
        Administrators, privacy officers and auditors can read who changed what and verify that nothing was
        altered. {mayRead.reason}.
      </EmptyState>
    </>
  )
}

function Trail() {
  const trpc = useTRPC()
  const { workspace } = useWorkspace()
  const { params, set } = useAddress()
  const { data: trail } = useSuspenseQuery(trpc.audit.listCheckpoints.queryOptions({}))
  const verify = useVerify()
  useShortcuts([{ keys: "v", label: "Verify trail", hint: true, run: () => verify.start() }])
  const showCheckpoints = params.get("show") === "checkpoints"
  const here = `/${workspace.slug}/settings/audit`
  const opened = params.get("event")
  return (
    <>
      <PageHead
        title="Audit trail"
        state={trailState(trail.records, trail.checkpoints[0]?.size)}
        actions={<AuditActions verify={verify} />}
      />
      <VerifyResult verify={verify} />
      <div className="mb-4">
        <Tabs
          label="Events and checkpoints"
          tabs={[
            { label: "Events", href: here, current: !showCheckpoints },
            {
              label: "Checkpoints",
              href: `${here}?show=checkpoints`,
              count: trail.checkpoints.length,
              current: showCheckpoints,
            },
          ]}
        />
      </div>
      {showCheckpoints ? <CheckpointsPanel {...trail} /> : <EventList />}
      {opened ? <EventDialog id={opened} onClose={() => set("event", null)} /> : null}
    </>
  )
}
