"use client"
import { useQuery, useSuspenseQuery } from "@tanstack/react-query"
import dynamic from "next/dynamic"
import { useDeferredValue, useMemo } from "react"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { useAddress } from "@/components/shell/use-address"
import { Button } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { FilterButton } from "@/components/ui/filter-button"
import { PageHead } from "@/components/ui/page-head"
import { coverageMap } from "@/server/strategy/domain/coverage"
import "../strategy.css"
import { StrategyTabs } from "../strategy-tabs"
import "./coverage.css"
import { CoverageTable } from "./coverage-table"
import { Orphans } from "./orphans"
import { coverageInput, coverageState, domainsOf, uncoveredInput } from "./prepare-coverage"

const CellDialog = dynamic(() => import("./cell-dialog"), { ssr: false })

/** Which product works on which objective, and what is left alone on both sides. */
export function CoverageView() {
  const trpc = useTRPC()
  const { workspace } = useWorkspace()
  const { params, replace, set } = useAddress()
  const asked = useDeferredValue(params)
  const { data: coverage } = useSuspenseQuery(trpc.strategy.getCoverage.queryOptions(coverageInput(asked)))
  const { data: uncovered } = useSuspenseQuery(
    trpc.strategy.listUncoveredItems.queryOptions(uncoveredInput(asked)),
  )
  const { data: domains } = useQuery(trpc.products.listDomains.queryOptions({}))
  const by = params.get("by") === "key-result" ? "keyResult" : "objective"
  const map = useMemo(() => coverageMap(coverage, by), [coverage, by])
  const { products, objectives } = coverage
  const chooseDomains = (ids: string[]) => {
    const next = new URLSearchParams(params)
    next.delete("domain")
    next.delete("page")
    for (const id of ids) next.append("domain", id)
    replace(next)
  }
  const cell = params.get("cell")?.split(" ")
  const column = cell && map.columns.find(({ id }) => id === cell[1])
  return (
    <>
      <PageHead
        title="Coverage"
        crumbs={[{ label: "Strategy", href: `/${workspace.slug}/strategy` }]}
        state={coverageState({
          products: products.length,
          objectives: objectives.length,
          orphanProducts: map.orphanProducts.length,
          orphanObjectives: map.orphanObjectives.length,
          items: uncovered.total,
        })}
      />
      <StrategyTabs current="coverage" />
      <search className="filters">
        <FilterButton
          label="Domain"
          options={(domains ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          chosen={domainsOf(params)}
          onChange={chooseDomains}
        />
        <Button
          size="small"
          aria-pressed={by === "keyResult"}
          onClick={() => set("by", by === "keyResult" ? null : "key-result")}
        >
          {by === "keyResult" ? "Show objectives" : "Show key results"}
        </Button>
      </search>
      {products.length > 0 && map.columns.length > 0 ? (
        <CoverageTable
          products={products}
          map={map}
          onOpen={(productId, columnId) => set("cell", `${productId ?? "none"} ${columnId}`)}
        />
      ) : (
        <EmptyState title="The map begins with one objective and one product">
          Link products and items to key results: here everybody then sees what works on which objective, and
          what works on none.
        </EmptyState>
      )}
      <Orphans
        objectives={map.orphanObjectives}
        products={map.orphanProducts}
        items={uncovered}
        offset={uncoveredInput(params).offset}
      />
      {cell && column ? (
        <CellDialog
          productId={cell[0] === "none" ? null : (cell[0] ?? null)}
          product={products.find(({ id }) => id === cell[0])?.name ?? "Items without a product"}
          column={column}
          onClose={() => set("cell", null)}
        />
      ) : null}
    </>
  )
}
