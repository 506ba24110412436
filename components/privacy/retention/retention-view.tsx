"use client"
import { useSuspenseQuery } from "@tanstack/react-query"
import dynamic from "next/dynamic"
import { useDeferredValue, useMemo, useState } from "react"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { useAddress } from "@/components/shell/use-address"
import { useShortcuts } from "@/components/shell/use-shortcuts"
import { Button } from "@/components/ui/button"
import { Menu } from "@/components/ui/menu"
import { PageHead } from "@/components/ui/page-head"
import { SectionHead } from "@/components/ui/section-head"
import { PrivacyTabs } from "../privacy-tabs"
import { DueSection } from "./due-section"
import { dueInput, dueParams, retentionState } from "./prepare-retention"
import { RuleTable } from "./rule-table"
import "@/components/catalog/catalog.css"

const RuleDialog = dynamic(() => import("./rule-dialog"), { ssr: false })
const ApplyDialog = dynamic(() => import("./apply-dialog"), { ssr: false })

/** What has to be deleted where and when, and the rules that say so. */
export function RetentionView() {
  const trpc = useTRPC()
  const { may } = useWorkspace()
  const { params, set } = useAddress()
  const input = useMemo(() => dueInput(params), [params])
  // The old rows stay while the new ones are on their way.
  const asked = useDeferredValue(input)
  const { data } = useSuspenseQuery(trpc.privacy.listRetention.queryOptions({}))
  const { data: found } = useSuspenseQuery(trpc.privacy.listDue.queryOptions(asked))
  const { data: scheme } = useSuspenseQuery(trpc.catalog.getScheme.queryOptions({}))
  const [editing, setEditing] = useState<(typeof data.rules)[number]>()
  const mayEdit = may("retention.edit")
  const reason = mayEdit.ok ? undefined : mayEdit.reason
  const making = params.get("new")
  const create = () => set("new", "rule")
  useShortcuts(mayEdit.ok ? [{ keys: "c", label: "Create retention rule", hint: true, run: create }] : [])
  return (
    <>
      <PageHead
        title="Retention"
        state={retentionState(found, data.rules.length, dueParams(asked.filter).size > 0)}
        actions={
          <>
            <Menu
              trigger={<Button>More</Button>}
              groups={[
                {
                  entries: [
                    {
                      label: "Apply a rule to data",
                      onSelect: () => set("new", "use"),
                      disabledReason: reason ?? (data.rules.length === 0 ? "Create a rule first" : undefined),
                    },
                  ],
                },
              ]}
            />
            <Button variant="primary" disabledReason={reason} onClick={create}>
              Create retention rule
            </Button>
          </>
        }
      />
      <PrivacyTabs />
      <DueSection input={asked} due={found.due} total={found.total} />
      <section className="mt-8">
        <SectionHead title="Rules" />
        <RuleTable rules={data.rules} scheme={scheme} reason={reason} onEdit={setEditing} />
      </section>
      {making === "rule" && mayEdit.ok ? <RuleDialog onClose={() => set("new", null)} /> : null}
      {making === "use" && mayEdit.ok ? (
        <ApplyDialog rules={data.rules} onClose={() => set("new", null)} />
      ) : null}
      {editing ? <RuleDialog rule={editing} onClose={() => setEditing(undefined)} /> : null}
    </>
  )
}
