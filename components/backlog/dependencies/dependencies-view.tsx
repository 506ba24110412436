"use client"
import "./dependencies.css"
import { keepPreviousData, useQuery } from "@tanstack/react-query"
import Link from "next/link"
import { errorMessage } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { useAddress } from "@/components/shell/use-address"
import { Button } from "@/components/ui/button"
import { Checkbox } from "@/components/ui/checkbox"
import { Combobox } from "@/components/ui/combobox"
import { EmptyState } from "@/components/ui/empty-state"
import { ErrorState } from "@/components/ui/error-state"
import { PageHead } from "@/components/ui/page-head"
import { SkeletonLines } from "@/components/ui/skeleton"
import { useChoices } from "../use-choices"
import { DependencyDrawing } from "./dependency-drawing"
import { DependencyTable } from "./dependency-table"
import { criticalWords, dependencyState, drawingOf } from "./prepare-dependencies"

/** What waits for what, and the chain that takes longest. */
export function DependenciesView() {
  const trpc = useTRPC()
  const { workspace } = useWorkspace()
  const { params, set } = useAddress()
  const choices = useChoices()
  const input = {
    productId: params.get("product"),
    wholeId: params.get("whole"),
    closed: params.get("closed") === "1",
  }
  const asTable = params.get("as") === "table"
  const query = useQuery(
    trpc.backlog.listDependencies.queryOptions(input, { placeholderData: keepPreviousData }),
  )
  const { data } = query
  const base = `/${workspace.slug}`
  const critical = data ? criticalWords(data) : null
  return (
    <>
      <PageHead
        title="Dependencies"
        crumbs={[{ label: "Backlog", href: `${base}/backlog` }, { label: "Dependencies" }]}
        state={data ? dependencyState(data) : "Reading…"}
      />
      <div className="dependency-tools">
        <Combobox
          label="Product"
          options={choices.products}
          empty="All products"
          value={input.productId ?? undefined}
          onChange={(product) => set("product", product ?? null)}
        />
        <Checkbox
          checked={input.closed}
          onChange={(event) => set("closed", event.target.checked ? "1" : null)}
        >
          Show finished items
        </Checkbox>
        <Button size="small" aria-pressed={asTable} onClick={() => set("as", asTable ? null : "table")}>
          {asTable ? "Show as drawing" : "Show as table"}
        </Button>
        {input.wholeId ? (
          <Button size="small" variant="quiet" onClick={() => set("whole", null)}>
            Show more than one item’s parts
          </Button>
        ) : null}
      </div>
      {query.error ? (
        <ErrorState title="The dependencies could not be read" retry={() => void query.refetch()}>
          {errorMessage(query.error)}
        </ErrorState>
      ) : !data ? (
        <SkeletonLines lines={8} label="Loading the dependencies" />
      ) : data.items.length === 0 ? (
        <EmptyState
          title="Nothing waits for anything here"
          action={
            <Link className="btn" href={`${base}/backlog`}>
              Open backlog
            </Link>
          }
        >
          Say on an item’s page, under dependencies and relations, what has to be finished first. The chain
          that takes longest then shows here.
        </EmptyState>
      ) : (
        <>
          {critical ? (
            <p className="critical-line">
              <b>Critical path {critical.length}</b>, the sum of the estimates along the longest chain:{" "}
              {critical.keys.map((key, index) => (
                <span key={key}>
                  {index > 0 ? " → " : null}
                  <Link href={`${base}/items/${key}`}>{key}</Link>
                </span>
              ))}
              .{" "}
              {critical.missing.length > 0 ? (
                <span className="warning">
                  Nobody estimated {critical.missing.join(", ")}, so it is longer than that.{" "}
                </span>
              ) : null}
              <span className="hint">
                However many people help, the last item cannot be finished before the work on this chain is
                done (critical path method; finished items count as nothing).
              </span>
            </p>
          ) : null}
          {asTable ? (
            <DependencyTable data={data} base={base} />
          ) : (
            <DependencyDrawing drawing={drawingOf(data)} base={base} />
          )}
        </>
      )}
    </>
  )
}
