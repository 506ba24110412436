"use client"
import { useSuspenseQuery } from "@tanstack/react-query"
import dynamic from "next/dynamic"
import { useMemo } from "react"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { useAddress } from "@/components/shell/use-address"
import { useRowKeys } from "@/components/shell/use-row-keys"
import { useShortcuts } from "@/components/shell/use-shortcuts"
import { Button } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { PageHead } from "@/components/ui/page-head"
import "@/components/products/products.css"
import "../strategy.css"
import { StrategyTabs } from "../strategy-tabs"
import "./roadmap.css"
import { roadmapState, shownQuarters } from "./prepare-roadmap"
import { filterInitiatives, parseRoadmapFilter } from "./prepare-roadmap-filter"
import { RoadmapFilters } from "./roadmap-filters"
import { RoadmapTable } from "./roadmap-table"
import { useRoadmapMove } from "./use-roadmap-move"

const InitiativeFormDialog = dynamic(() => import("./initiative-form-dialog"), { ssr: false })
const InitiativePanel = dynamic(() => import("./initiative-panel"), { ssr: false })

/** What is planned when, for which objective, with whose money. */
export function RoadmapView() {
  const trpc = useTRPC()
  const { workspace, me, may, now } = useWorkspace()
  const { params, set } = useAddress()
  const { data } = useSuspenseQuery(trpc.strategy.listInitiatives.queryOptions({}))
  const move = useRoadmapMove()
  const rows = useRowKeys()
  const { initiatives: all, currency } = data
  const filter = useMemo(() => parseRoadmapFilter(params), [params])
  const today = now.slice(0, 10)
  const initiatives = useMemo(
    () => filterInitiatives(all, filter, { today, me: me.id }),
    [all, filter, today, me.id],
  )
  const mayEdit = may("strategy.edit")
  const reason = mayEdit.ok ? undefined : mayEdit.reason
  const create = () => set("new", "initiative")
  const opened = params.get("initiative")
  useShortcuts(mayEdit.ok ? [{ keys: "c", label: "Create initiative", hint: true, run: create }] : [])
  return (
    <>
      <PageHead
        title="Roadmap"
        crumbs={[{ label: "Strategy", href: `/${workspace.slug}/strategy` }]}
        state={roadmapState(initiatives, currency, all.length)}
        actions={
          <Button variant="primary" disabledReason={reason} onClick={create}>
            Create initiative
          </Button>
        }
      />
      <StrategyTabs current="roadmap" />
      {all.length > 0 ? (
        <RoadmapFilters initiatives={all} filter={filter} shown={initiatives.length} />
      ) : null}
      {all.length > 0 && initiatives.length === 0 ? (
        <EmptyState title="No initiative matches">Clear a filter, or search for other words.</EmptyState>
      ) : initiatives.length > 0 ? (
        <div ref={rows}>
          <RoadmapTable
            initiatives={initiatives}
            quarters={shownQuarters(initiatives, today)}
            currency={currency}
            mayEdit={mayEdit}
            onMove={move}
            onOpen={(id) => set("initiative", id)}
          />
          <p className="hint rule">
            Asked and approved are spread evenly over an initiative's quarters; spent counts in the quarter of
            its date. Drag a bar to another quarter, or focus it and press Alt and an arrow key.
          </p>
        </div>
      ) : (
        <EmptyState
          title="Begin with one initiative"
          action={
            <Button variant="primary" disabledReason={reason} onClick={create}>
              Create initiative
            </Button>
          }
          sample={
            <p>
              <b>Promise engine on the carrier stream</b>, Q3 2026 to Q1 2027, sponsor Karin Aalto: 180,000
              EUR asked, 150,000 approved.
            </p>
          }
        >
          An initiative is a piece of work over some quarters. It names its objective and its sponsor, asks
          for money, and shows what was approved and spent.
        </EmptyState>
      )}
      {params.get("new") === "initiative" && mayEdit.ok ? (
        <InitiativeFormDialog onClose={() => set("new", null)} />
      ) : null}
      {opened ? (
        <InitiativePanel id={opened} currency={currency} onClose={() => set("initiative", null)} />
      ) : null}
    </>
  )
}
