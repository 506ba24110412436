"use client"
import { useSuspenseQuery } from "@tanstack/react-query"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { Button } from "@/components/ui/button"
import { PageHead } from "@/components/ui/page-head"
import { SectionHead } from "@/components/ui/section-head"
import { ACTIVITY_STATE_LABELS } from "@/server/privacy/domain/activity-state"
import { ActivityPoints } from "./activity-points"
import { gapWords, registerState } from "./prepare-register"
import "./register.css"

/** The whole register on paper, as the authority asks for it (Art. 30(4) GDPR): one entry to a page. */
export function RegisterPrint() {
  const trpc = useTRPC()
  const { workspace, now } = useWorkspace()
  const { data } = useSuspenseQuery(trpc.privacy.readRegister.queryOptions({}))
  return (
    <>
      <PageHead
        title={`Record of processing of ${workspace.name}`}
        crumbs={[
          { label: "Privacy", href: `/${workspace.slug}/privacy` },
          { label: "Record of processing", href: `/${workspace.slug}/privacy/register` },
        ]}
        state={`As of ${now.slice(0, 10)}. ${registerState({ ...data, inUse: data.total }, false)}`}
        actions={
          <Button variant="primary" onClick={() => window.print()}>
            Print register
          </Button>
        }
      />
      <div className="printed">
        {data.activities.map((activity) => (
          <section key={activity.id}>
            <SectionHead
              title={`${activity.key} ${activity.fields.name}`}
              note={`version ${activity.version}, ${ACTIVITY_STATE_LABELS[activity.state].toLowerCase()}, ${gapWords(activity.gaps.length).toLowerCase()}`}
            />
            <ActivityPoints activity={activity} />
          </section>
        ))}
      </div>
    </>
  )
}
