"use client"
import { useSuspenseQuery } from "@tanstack/react-query"
import dynamic from "next/dynamic"
import { useDeferredValue, useMemo } from "react"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { Pager } from "@/components/shell/pager"
import { useAddress } from "@/components/shell/use-address"
import { useShortcuts } from "@/components/shell/use-shortcuts"
import { Button } from "@/components/ui/button"
import { PageHead } from "@/components/ui/page-head"
import { GRADE_RULE } from "@/server/strategy/domain/grade"
import { isEmptyObjectiveFilter, parseObjectiveFilter } from "@/server/strategy/domain/objective-filter"
import { objectivesState } from "../prepare-strategy"
import "@/components/products/products.css"
import "../strategy.css"
import { StrategyTabs } from "../strategy-tabs"
import { NoObjectives } from "./no-objectives"
import { ObjectiveFilters } from "./objective-filters"
import { ObjectiveTable } from "./objective-table"
import { listInput } from "./prepare-objective-pages"

const CreateObjectiveDialog = dynamic(() => import("./create-objective-dialog"), { ssr: false })

/** Every objective with its key results and how they stand today. */
export function ObjectivesView() {
  const trpc = useTRPC()
  const { may } = useWorkspace()
  const { params, set } = useAddress()
  const filter = useMemo(() => parseObjectiveFilter(params), [params])
  // The old rows stay while the new ones are on their way.
  const asked = useDeferredValue(listInput(params))
  const { data } = useSuspenseQuery(trpc.strategy.listObjectives.queryOptions(asked))
  const mayEdit = may("strategy.edit")
  const create = () => set("new", "objective")
  const filtered = !isEmptyObjectiveFilter(asked.filter)
  const { objectives, counts } = data
  useShortcuts(mayEdit.ok ? [{ keys: "c", label: "Create objective", hint: true, run: create }] : [])
  return (
    <>
      <PageHead
        title="Strategy"
        state={objectivesState(counts, filtered)}
        actions={
          <Button variant="primary" disabledReason={mayEdit.ok ? undefined : mayEdit.reason} onClick={create}>
            Create objective
          </Button>
        }
      />
      <StrategyTabs current="objectives" />
      <ObjectiveFilters filter={filter} shown={counts.total} />
      {objectives.length > 0 ? (
        <>
          <ObjectiveTable objectives={objectives} />
          <Pager offset={asked.offset} total={counts.total} />
          <p className="hint rule">{GRADE_RULE}</p>
        </>
      ) : (
        <NoObjectives filtered={filtered} mayEdit={mayEdit} onCreate={create} />
      )}
      {params.get("new") === "objective" && mayEdit.ok ? (
        <CreateObjectiveDialog onClose={() => set("new", null)} />
      ) : null}
    </>
  )
}
