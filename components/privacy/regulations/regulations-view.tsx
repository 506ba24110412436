"use client"
import { useMutation, useSuspenseQuery } from "@tanstack/react-query"
import dynamic from "next/dynamic"
import { errorMessage } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { useAddress } from "@/components/shell/use-address"
import { useShortcuts } from "@/components/shell/use-shortcuts"
import { Button } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { Menu } from "@/components/ui/menu"
import { PageHead } from "@/components/ui/page-head"
import { Tabs } from "@/components/ui/tabs"
import { notify } from "@/components/ui/toast"
import { STARTER_OBLIGATIONS } from "@/server/privacy/domain/starter-obligations"
import { PrivacyTabs } from "../privacy-tabs"
import { useRefreshRegister } from "../register/use-refresh-register"
import { ControlList } from "./control-list"
import { CoverageMatrix } from "./coverage-matrix"
import { ObligationTable } from "./obligation-table"
import { regulationsState } from "./prepare-regulations"
import "./regulations.css"

const ControlDialog = dynamic(() => import("./control-dialog"), { ssr: false })
const ObligationDialog = dynamic(() => import("./obligation-dialog"), { ssr: false })

/** What the law asks, how we read it, and which control shows that it is done. */
export function RegulationsView() {
  const trpc = useTRPC()
  const refresh = useRefreshRegister()
  const { workspace, may, now } = useWorkspace()
  const { params, set } = useAddress()
  const { data } = useSuspenseQuery(trpc.privacy.listObligations.queryOptions({}))
  const { obligations, controls, checks } = data
  const mayEdit = may("privacy.edit")
  const reason = mayEdit.ok ? undefined : mayEdit.reason
  const matrix = params.get("view") === "coverage"
  const begin = () => set("obligation", "new")
  const asked = params.get("obligation")
  const opened = obligations.find(({ id }) => id === asked)
  const control = params.get("control")
  const openedControl = controls.find(({ id }) => id === control)
  const starters = useMutation(
    trpc.privacy.addStarterObligations.mutationOptions({
      onSuccess: async ({ added }) => {
        notify.success(`Added ${added} obligations`)
        await refresh()
      },
      onError: (error) => notify.error(errorMessage(error)),
    }),
  )
  const addStarters = () => starters.mutate({})
  useShortcuts(mayEdit.ok ? [{ keys: "c", label: "Add obligation", hint: true, run: begin }] : [])
  const here = `/${workspace.slug}/privacy/regulations`
  return (
    <>
      <PageHead
        title="Regulations"
        state={regulationsState(obligations, controls, now.slice(0, 10))}
        actions={
          <>
            <Menu
              trigger={<Button>More</Button>}
              groups={[
                {
                  entries: [
                    {
                      label: "Add control",
                      onSelect: () => set("control", "new"),
                      disabledReason: reason,
                    },
                    { label: "Add starter set", onSelect: addStarters, disabledReason: reason },
                    { label: "Print", onSelect: () => window.print() },
                  ],
                },
              ]}
            />
            <Button variant="primary" disabledReason={reason} onClick={begin}>
              Add obligation
            </Button>
          </>
        }
      />
      <PrivacyTabs />
      {obligations.length === 0 ? (
        <EmptyState
          title="Begin with what most companies owe"
          action={
            <Button disabledReason={reason} pending={starters.isPending} onClick={addStarters}>
              Add {STARTER_OBLIGATIONS.length} obligations of GDPR and CCPA
            </Button>
          }
        >
          The starter set says in our own words what eleven articles ask, with their sources. It is not legal
          advice: have each reading reviewed, then name the controls that show it is done.
        </EmptyState>
      ) : (
        <>
          <div className="mb-4">
            <Tabs
              label="Ways to look at the obligations"
              tabs={[
                { label: "Obligations", href: here, count: obligations.length, current: !matrix },
                { label: "Coverage", href: `${here}?view=coverage`, current: matrix },
              ]}
            />
          </div>
          {matrix ? (
            <CoverageMatrix obligations={obligations} controls={controls} />
          ) : (
            <>
              <ObligationTable
                rows={obligations}
                controls={controls}
                onOpen={(id) => set("obligation", id)}
              />
              <ControlList
                controls={controls}
                obligations={obligations}
                checks={checks}
                onOpen={mayEdit.ok ? (id) => set("control", id) : undefined}
              />
            </>
          )}
        </>
      )}
      {opened || (asked === "new" && mayEdit.ok) ? (
        <ObligationDialog
          key={opened?.id ?? "new"}
          obligation={opened}
          controls={controls}
          refused={reason}
          onClose={() => set("obligation", null)}
        />
      ) : null}
      {mayEdit.ok && (openedControl || control === "new") ? (
        <ControlDialog
          key={openedControl?.id ?? "new"}
          control={openedControl}
          checks={checks}
          onClose={() => set("control", null)}
        />
      ) : null}
    </>
  )
}
