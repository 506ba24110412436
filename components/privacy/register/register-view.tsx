"use client"
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query"
import dynamic from "next/dynamic"
import { useDeferredValue, useMemo } from "react"
import { errorMessage } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { saveFile } from "@/components/audit/save-file"
import { Pager } from "@/components/shell/pager"
import { PastEnd } from "@/components/shell/past-end"
import { useAddress } from "@/components/shell/use-address"
import { useShortcuts } from "@/components/shell/use-shortcuts"
import { Button } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { Menu } from "@/components/ui/menu"
import { PageHead } from "@/components/ui/page-head"
import { notify } from "@/components/ui/toast"
import { PrivacyTabs } from "../privacy-tabs"
import { filterParams, registerInput, registerState } from "./prepare-register"
import { RegisterFilters } from "./register-filters"
import { RegisterTable } from "./register-table"

const BeginDialog = dynamic(() => import("./begin-dialog"), { ssr: false })

/** The record of processing (Art. 30 GDPR): every entry, what it misses, and when somebody looks again. */
export function RegisterView() {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { workspace, may } = useWorkspace()
  const { params, set } = useAddress()
  const input = useMemo(() => registerInput(params), [params])
  const { filter } = input
  // The old rows stay while the new ones are on their way.
  const asked = useDeferredValue(input)
  const { data } = useSuspenseQuery(trpc.privacy.listActivities.queryOptions(asked))
  const { data: products } = useSuspenseQuery(trpc.products.listProducts.queryOptions({}))
  const filtered = filterParams(asked.filter).size > 0
  const mayEdit = may("privacy.edit")
  const begin = () => set("new", "1")
  const save = useMutation({
    mutationFn: (format: "csv" | "json") =>
      queries.fetchQuery(trpc.privacy.exportActivities.queryOptions({ format, filter }, { staleTime: 0 })),
    onSuccess: ({ fileName, text }) => saveFile(fileName, text),
    onError: (error) => notify.error(errorMessage(error)),
  })
  useShortcuts(mayEdit.ok ? [{ keys: "c", label: "Begin entry", hint: true, run: begin }] : [])
  const beginButton = (
    <Button variant="primary" disabledReason={mayEdit.ok ? undefined : mayEdit.reason} onClick={begin}>
      Begin entry
    </Button>
  )
  return (
    <>
      <PageHead
        title="Record of processing"
        state={registerState(data, filtered)}
        actions={
          <>
            <Menu
              trigger={<Button pending={save.isPending}>Export</Button>}
              groups={[
                {
                  entries: [
                    { label: "Print register", href: `/${workspace.slug}/privacy/register/print` },
                    { label: "CSV file", onSelect: () => save.mutate("csv") },
                    { label: "JSON file", onSelect: () => save.mutate("json") },
                  ],
                },
              ]}
            />
            {beginButton}
          </>
        }
      />
      <PrivacyTabs />
      <RegisterFilters filter={filter} products={products} shown={data.total} />
      {data.activities.length > 0 ? (
        <RegisterTable rows={data.activities} />
      ) : data.total > 0 ? (
        <PastEnd />
      ) : filtered ? (
        <p className="muted">No entry fits these filters.</p>
      ) : (
        <EmptyState title="Begin with a product that holds personal data" action={beginButton}>
          The record says what is done with personal data, why, for how long and with whom (Art. 30 GDPR). An
          entry made from a product takes its data from the classification and its retention from the rules.
        </EmptyState>
      )}
      <Pager offset={asked.offset} total={data.total} />
      {params.get("new") && mayEdit.ok ? (
        <BeginDialog products={products} onClose={() => set("new", null)} />
      ) : null}
    </>
  )
}
