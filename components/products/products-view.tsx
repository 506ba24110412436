"use client"
import { useSuspenseQuery } from "@tanstack/react-query"
import { useDeferredValue, useMemo } from "react"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { useShortcuts } from "@/components/shell/use-shortcuts"
import { Button } from "@/components/ui/button"
import { Menu } from "@/components/ui/menu"
import { PageHead } from "@/components/ui/page-head"
import { Tabs } from "@/components/ui/tabs"
import type { Verdict } from "@/server/kernel/domain/verdict"
import { isEmptyFilter, parseProductFilter } from "@/server/products/domain/product-filter"
import { CreateProductDialog } from "./create-product-dialog"
import { DomainDialog } from "./domain-dialog"
import { DomainsPanel } from "./domains-panel"
import { NoProducts } from "./no-products"
import { productsState } from "./prepare-products"
import { ProductFilters } from "./product-filters"
import { ProductTable } from "./product-table"
import "./products.css"
import { useAddress } from "@/components/shell/use-address"

/** All products by domain, and the domains themselves. */
export function ProductsView() {
  const trpc = useTRPC()
  const { workspace, may } = useWorkspace()
  const { params, set } = useAddress()
  const filter = useMemo(() => parseProductFilter(params), [params])
  // The old rows stay while the new ones are on their way.
  const asked = useDeferredValue(filter)
  const { data: products } = useSuspenseQuery(trpc.thread.listThreads.queryOptions(asked))
  const { data: domains } = useSuspenseQuery(trpc.products.listDomains.queryOptions({}))
  const mayCreate = may("products.edit")
  const mayCreateDomain = may("domains.edit")
  const product: Act = { label: "Create product", verdict: mayCreate, run: () => set("new", "product") }
  const domain: Act = { label: "Create domain", verdict: mayCreateDomain, run: () => set("new", "domain") }
  const show = params.get("show") === "domains" ? "domains" : "products"
  const making = params.get("new")
  const here = `/${workspace.slug}/products`
  useShortcuts(mayCreate.ok ? [{ keys: "c", label: "Create product", hint: true, run: product.run }] : [])
  return (
    <>
      <PageHead
        title="Products"
        state={productsState(products, !isEmptyFilter(asked))}
        actions={
          <Actions
            first={show === "domains" ? domain : product}
            second={show === "domains" ? product : domain}
          />
        }
      />
      <div className="mb-4">
        <Tabs
          label="Products and domains"
          tabs={[
            { label: "Products", href: here, current: show === "products" },
            {
              label: "Domains",
              href: `${here}?show=domains`,
              count: domains.length,
              current: show === "domains",
            },
            { label: "Data assets", href: `/${workspace.slug}/assets` },
          ]}
        />
      </div>
      {show === "domains" ? (
        <DomainsPanel domains={domains} editable={mayCreateDomain} onCreate={domain.run} />
      ) : (
        <>
          <ProductFilters filter={filter} domains={domains} shown={products.length} />
          {products.length > 0 ? (
            <ProductTable products={products} />
          ) : (
            <NoProducts filtered={!isEmptyFilter(asked)} mayCreate={mayCreate} onCreate={product.run} />
          )}
        </>
      )}
      {making === "product" ? (
        <CreateProductDialog
          domainId={filter.domainIds[0]}
          onClose={() => set("new", null)}
          onCreateDomain={mayCreateDomain.ok ? () => set("new", "domain") : undefined}
        />
      ) : null}
      {making === "domain" ? <DomainDialog onClose={() => set("new", null)} /> : null}
    </>
  )
}

type Act = { label: string; verdict: Verdict; run: () => void }

/** What this tab is for as the primary button, the other in the menu. */
function Actions({ first, second }: { first: Act; second: Act }) {
  const reason = ({ verdict }: Act) => (verdict.ok ? undefined : verdict.reason)
  const other = { label: second.label, onSelect: second.run, disabledReason: reason(second) }
  return (
    <>
      <Menu trigger={<Button>More</Button>} groups={[{ entries: [other] }]} />
      <Button variant="primary" disabledReason={reason(first)} onClick={first.run}>
        {first.label}
      </Button>
    </>
  )
}
