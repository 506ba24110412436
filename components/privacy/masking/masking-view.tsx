"use client"
import { useSuspenseQuery } from "@tanstack/react-query"
import dynamic from "next/dynamic"
import { useState } from "react"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { useAddress } from "@/components/shell/use-address"
import { useShortcuts } from "@/components/shell/use-shortcuts"
import { Button } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { Menu } from "@/components/ui/menu"
import { PageHead } from "@/components/ui/page-head"
import { SectionHead } from "@/components/ui/section-head"
import { counted } from "@/server/kernel/domain/counted"
import { PrivacyTabs } from "../privacy-tabs"
import { ConsentSection } from "./consent-section"
import { MaskMatrix } from "./mask-matrix"
import "@/components/catalog/catalog.css"

const RoleDialog = dynamic(() => import("./role-dialog"), { ssr: false })
const PurposeDialog = dynamic(() => import("./purpose-dialog"), { ssr: false })
const PolicyDialog = dynamic(() => import("./policy-dialog"), { ssr: false })
const RulesDialog = dynamic(() => import("./rules-dialog"), { ssr: false })

/** What each role of the warehouse sees of which class of data, and which purposes need consent. */
export function MaskingView() {
  const trpc = useTRPC()
  const { may } = useWorkspace()
  const { params, set } = useAddress()
  const { data } = useSuspenseQuery(trpc.privacy.getMasking.queryOptions({}))
  const { data: scheme } = useSuspenseQuery(trpc.catalog.getScheme.queryOptions({}))
  const [editing, setEditing] = useState<string>()
  const mayEdit = may("masking.edit")
  const reason = mayEdit.ok ? undefined : mayEdit.reason
  const { roles, purposes } = data
  const role = roles.find(({ id }) => id === editing)
  const making = params.get("new")
  const create = () => set("new", "role")
  useShortcuts(mayEdit.ok ? [{ keys: "c", label: "Add warehouse role", hint: true, run: create }] : [])
  return (
    <>
      <PageHead
        title="Masking and consent"
        state={`${counted(roles.length, "warehouse role")}, ${counted(purposes.length, "purpose")} with consent. What has no rule, and what nobody has classified, is not shown.`}
        actions={
          <>
            <Menu
              trigger={<Button>More</Button>}
              groups={[
                {
                  entries: [
                    {
                      label: "Add consent purpose",
                      onSelect: () => set("new", "purpose"),
                      disabledReason: reason,
                    },
                    {
                      label: "Export policy as SQL",
                      onSelect: () => set("new", "policy"),
                      disabledReason: roles.length === 0 ? "Add a warehouse role first" : undefined,
                    },
                  ],
                },
              ]}
            />
            <Button variant="primary" disabledReason={reason} onClick={create}>
              Add warehouse role
            </Button>
          </>
        }
      />
      <PrivacyTabs />
      <section>
        <SectionHead title="Who sees what" note="with made-up values" />
        {roles.length > 0 ? (
          <MaskMatrix roles={roles} scheme={scheme} editable={reason === undefined} onEdit={setEditing} />
        ) : (
          <EmptyState
            title="Begin with the role that most people have"
            action={
              <Button disabledReason={reason} onClick={create}>
                Add warehouse role
              </Button>
            }
            sample={
              <p>analyst: e-mail as a hash, phone numbers to the last 4 digits, dates of birth as a year</p>
            }
          >
            A role of the warehouse sees a class of data plain, masked or not at all. The rules are exported
            as SQL for PostgreSQL, Snowflake and BigQuery.
          </EmptyState>
        )}
      </section>
      <ConsentSection
        purposes={purposes}
        roles={roles}
        reason={reason}
        onCreate={() => set("new", "purpose")}
      />
      {making === "role" && mayEdit.ok ? <RoleDialog onClose={() => set("new", null)} /> : null}
      {making === "purpose" && mayEdit.ok ? (
        <PurposeDialog roles={roles} onClose={() => set("new", null)} />
      ) : null}
      {making === "policy" && roles.length > 0 ? <PolicyDialog onClose={() => set("new", null)} /> : null}
      {role ? <RulesDialog role={role} scheme={scheme} onClose={() => setEditing(undefined)} /> : null}
    </>
  )
}
