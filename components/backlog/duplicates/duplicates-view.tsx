"use client"
import "./duplicates.css"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { errorMessage } from "@/components/api/errors"
import { useTRPC, useTRPCClient } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { useAddress } from "@/components/shell/use-address"
import { Combobox } from "@/components/ui/combobox"
import { EmptyState } from "@/components/ui/empty-state"
import { ErrorState } from "@/components/ui/error-state"
import { PageHead } from "@/components/ui/page-head"
import { SkeletonLines } from "@/components/ui/skeleton"
import { notify } from "@/components/ui/toast"
import { useChoices } from "../use-choices"
import { useItemCache } from "../use-item-cache"
import { DuplicatePair, type Pair } from "./duplicate-pair"

/** Open items with similar titles, two by two: keep one, or say that they differ. */
export function DuplicatesView() {
  const trpc = useTRPC()
  const api = useTRPCClient()
  const cache = useItemCache()
  const { workspace } = useWorkspace()
  const { params, set } = useAddress()
  const choices = useChoices()
  const [pending, setPending] = useState(false)
  const productId = params.get("product")
  const query = useQuery(trpc.backlog.listDuplicates.queryOptions({ productId }))
  const { data } = query
  const attempt = async (done: string, work: () => Promise<unknown>) => {
    setPending(true)
    try {
      await work()
      notify.success(done)
      await cache.outdate()
    } catch (error) {
      notify.error(errorMessage(error))
    }
    setPending(false)
  }
  const merge = ({ items }: Pair, kept: 0 | 1) => {
    const [keep, other] = [items[kept], items[kept === 0 ? 1 : 0]]
    return attempt(`${other.key} is archived as a duplicate of ${keep.key}`, () =>
      api.backlog.mergeItems.mutate({ keepId: keep.id, duplicateId: other.id }),
    )
  }
  const dismiss = ({ items: [a, b] }: Pair) =>
    attempt(`${a.key} and ${b.key} are not proposed again`, () =>
      api.backlog.dismissDuplicate.mutate({ ids: [a.id, b.id] }),
    )
  const total = data?.total ?? 0
  return (
    <>
      <PageHead
        title="Possible duplicates"
        crumbs={[{ label: "Backlog", href: `/${workspace.slug}/backlog` }, { label: "Possible duplicates" }]}
        state={
          data
            ? `${total.toLocaleString("en-GB")} ${total === 1 ? "pair" : "pairs"} of open items with similar titles${total > data.pairs.length ? `, the most similar ${data.pairs.length} shown` : ""}`
            : "Reading…"
        }
      />
      <div className="duplicate-tools">
        <Combobox
          label="Product"
          options={choices.products}
          empty="All products"
          value={productId ?? undefined}
          onChange={(product) => set("product", product ?? null)}
        />
        <span className="hint">
          By shared groups of three letters (Jaccard similarity, as PostgreSQL’s pg_trgm). Merging archives
          one; its parts and dependencies go over, nothing is lost.
        </span>
      </div>
      {query.error ? (
        <ErrorState title="The pairs could not be read" retry={() => void query.refetch()}>
          {errorMessage(query.error)}
        </ErrorState>
      ) : !data ? (
        <SkeletonLines lines={8} label="Comparing the titles" />
      ) : data.pairs.length === 0 ? (
        <EmptyState title="No two open items look alike">
          When somebody writes a title that is much like another, the new item’s form shows it at once.
        </EmptyState>
      ) : (
        <ul className="duplicates">
          {data.pairs.map((pair) => (
            <DuplicatePair
              key={`${pair.items[0].id} ${pair.items[1].id}`}
              pair={pair}
              choices={choices}
              pending={pending}
              onKeep={(kept) => void merge(pair, kept)}
              onDismiss={() => void dismiss(pair)}
            />
          ))}
        </ul>
      )}
    </>
  )
}
