"use client"
import { useSuspenseQuery } from "@tanstack/react-query"
import dynamic from "next/dynamic"
import Link from "next/link"
import { useDeferredValue, useMemo } from "react"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { Pager } from "@/components/shell/pager"
import { PastEnd } from "@/components/shell/past-end"
import { useAddress } from "@/components/shell/use-address"
import { useShortcuts } from "@/components/shell/use-shortcuts"
import { Button, buttonClass } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { PageHead } from "@/components/ui/page-head"
import { Tabs } from "@/components/ui/tabs"
import { NO_PRODUCT } from "@/server/catalog/domain/asset"
import { AssetFilters } from "./asset-filters"
import { AssetTable } from "./asset-table"
import { assetsInput, assetsState, isEmptyAssetFilter } from "./prepare-catalog"
import "./catalog.css"

const AssetDialog = dynamic(() => import("./asset-dialog"), { ssr: false })

/** Every data asset: where it is, whose it is, and what it amounts to. */
export function AssetsView() {
  const trpc = useTRPC()
  const { workspace, may } = useWorkspace()
  const { params, set } = useAddress()
  const input = useMemo(() => assetsInput(params), [params])
  const { filter } = input
  // The old rows stay while the new ones are on their way.
  const asked = useDeferredValue(input)
  const { data } = useSuspenseQuery(trpc.catalog.listAssets.queryOptions(asked))
  const { data: scheme } = useSuspenseQuery(trpc.catalog.getScheme.queryOptions({}))
  const mayEdit = may("catalog.edit")
  const create = () => set("new", "asset")
  const filtered = !isEmptyAssetFilter(asked.filter)
  useShortcuts(mayEdit.ok ? [{ keys: "c", label: "Register data asset", hint: true, run: create }] : [])
  const products = `/${workspace.slug}/products`
  return (
    <>
      <PageHead
        title="Data assets"
        state={assetsState(data, filtered)}
        actions={
          <Button variant="primary" disabledReason={mayEdit.ok ? undefined : mayEdit.reason} onClick={create}>
            Register data asset
          </Button>
        }
      />
      <div className="mb-4">
        <Tabs
          label="Products and their data"
          tabs={[
            { label: "Products", href: products },
            { label: "Domains", href: `${products}?show=domains` },
            { label: "Data assets", href: `/${workspace.slug}/assets`, current: true },
          ]}
        />
      </div>
      <AssetFilters filter={filter} scheme={scheme} shown={data.total} />
      {data.assets.length > 0 ? (
        <AssetTable assets={data.assets} scheme={scheme} />
      ) : data.total > 0 ? (
        <PastEnd />
      ) : filtered ? (
        <EmptyState
          title="No data asset matches"
          action={
            <Link className={buttonClass()} href={`/${workspace.slug}/assets`}>
              Clear filters
            </Link>
          }
        >
          Take a filter away, or look for other words. Names, locations and fields are searched.
        </EmptyState>
      ) : (
        <EmptyState
          title="Begin with the table that holds most about people"
          action={
            <Button
              variant="primary"
              disabledReason={mayEdit.ok ? undefined : mayEdit.reason}
              onClick={create}
            >
              Register data asset
            </Button>
          }
          sample={
            <p>crm.customers, a table in the warehouse: customer_id, email, first_name, born, segment</p>
          }
        >
          Register what holds data, paste its fields, and accept what their names suggest. Classification,
          retention, masking and consent follow from it.
        </EmptyState>
      )}
      <Pager offset={asked.offset} total={data.total} />
      {params.get("new") === "asset" && mayEdit.ok ? (
        <AssetDialog
          productId={filter.productIds.find((id) => id !== NO_PRODUCT)}
          onClose={() => set("new", null)}
        />
      ) : null}
    </>
  )
}
