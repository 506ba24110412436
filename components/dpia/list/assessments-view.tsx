"use client"
import { useSuspenseQuery } from "@tanstack/react-query"
import Link from "next/link"
import { useRouter } from "next/navigation"
import { useDeferredValue, useMemo } from "react"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { PrivacyTabs } from "@/components/privacy/privacy-tabs"
import { Pager } from "@/components/shell/pager"
import { PastEnd } from "@/components/shell/past-end"
import { useAddress } from "@/components/shell/use-address"
import { useShortcuts } from "@/components/shell/use-shortcuts"
import { Button, buttonClass } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { Menu } from "@/components/ui/menu"
import { PageHead } from "@/components/ui/page-head"
import "../dpia.css"
import { AssessmentFilters } from "./assessment-filters"
import { AssessmentTable } from "./assessment-table"
import { assessmentsInput, assessmentsState, filterParams } from "./prepare-lists"

/** Every impact assessment: how it stands, what remains, and who it waits on. */
export function AssessmentsView() {
  const trpc = useTRPC()
  const router = useRouter()
  const { workspace, may } = useWorkspace()
  const { params } = useAddress()
  const input = useMemo(() => assessmentsInput(params), [params])
  // The old rows stay while the new ones are on their way.
  const asked = useDeferredValue(input)
  const { data } = useSuspenseQuery(trpc.dpia.listAssessments.queryOptions(asked))
  const { data: products } = useSuspenseQuery(trpc.products.listProducts.queryOptions({}))
  const filtered = filterParams(asked.filter).size > 0
  const mayEdit = may("dpia.edit")
  const here = `/${workspace.slug}/privacy/assessments`
  useShortcuts(
    mayEdit.ok
      ? [{ keys: "c", label: "Begin assessment", hint: true, run: () => router.push(`${here}/new`) }]
      : [],
  )
  return (
    <>
      <PageHead
        title="Privacy"
        state={assessmentsState(data, filtered)}
        actions={
          mayEdit.ok ? (
            <>
              <Menu
                trigger={<Button>More</Button>}
                groups={[{ entries: [{ label: "Import assessment", href: `${here}/import` }] }]}
              />
              <Link className={buttonClass({ variant: "primary" })} href={`${here}/new`}>
                Begin assessment
              </Link>
            </>
          ) : (
            <Button disabledReason={mayEdit.reason}>Begin assessment</Button>
          )
        }
      />
      <PrivacyTabs />
      <AssessmentFilters filter={input.filter} products={products} shown={data.total} />
      {data.assessments.length > 0 ? (
        <AssessmentTable rows={data.assessments} />
      ) : data.total > 0 ? (
        <PastEnd />
      ) : filtered ? (
        <p className="muted">No assessment fits these filters.</p>
      ) : (
        <EmptyState
          title="No impact assessment yet"
          action={
            <Link className={buttonClass()} href={`/${workspace.slug}/privacy/screenings`}>
              See what is to be screened
            </Link>
          }
        >
          An impact assessment describes a processing, weighs the risks to people and says what is done about
          them, before it begins (Art. 35 GDPR). A screening shows whether one is due.
        </EmptyState>
      )}
      <Pager offset={asked.offset} total={data.total} />
    </>
  )
}
