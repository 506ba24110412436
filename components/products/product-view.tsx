"use client"
import { useSuspenseQuery } from "@tanstack/react-query"
import Link from "next/link"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { DiscussionSection } from "@/components/discussion/discussion-section"
import { MaterialSection } from "@/components/discussion/material-section"
import { useShortcuts } from "@/components/shell/use-shortcuts"
import { Thread } from "@/components/thread/thread"
import { Button } from "@/components/ui/button"
import { Chip } from "@/components/ui/chip"
import { Notice } from "@/components/ui/notice"
import { PageHead } from "@/components/ui/page-head"
import { firstWaiting, threadSummary } from "@/server/products/domain/thread-link"
import { ActivityList } from "./activity-list"
import { EditProductDialog } from "./edit-product-dialog"
import { topItems } from "./prepare-top-items"
import { ProductAbout } from "./product-about"
import { ProductItems } from "./product-items"
import "./products.css"
import dynamic from "next/dynamic"
import { useAddress } from "@/components/shell/use-address"

const ChecklistSection = dynamic(() => import("@/components/dod/checklist-section"))
const OpenChecks = dynamic(() => import("@/components/dod/open-checks"))
const ProductData = dynamic(() => import("@/components/catalog/product-data"))
const EthicsSection = dynamic(() => import("@/components/privacy/ethics/ethics-section"))
const ReleaseNotice = dynamic(() => import("@/components/dpia/subject/release-notice"))
const PrivacySection = dynamic(() => import("@/components/dpia/subject/privacy-section"))
const SubjectAccess = dynamic(() => import("@/components/access/subject-access"))
const ObjectiveLinks = dynamic(() => import("@/components/strategy/links/objective-links"))

/** One data product: its thread, the items that come next, what it is and what happened to it. */
export function ProductView({ slug }: { slug: string }) {
  const trpc = useTRPC()
  const { workspace, may, now } = useWorkspace()
  const { params, set } = useAddress()
  const { data: product } = useSuspenseQuery(trpc.products.getProduct.queryOptions({ slug }))
  const { data: thread } = useSuspenseQuery(trpc.thread.getThread.queryOptions({ slug }))
  const { data: items } = useSuspenseQuery(trpc.backlog.listItems.queryOptions(topItems(product.id)))
  const here = { type: "product", productId: product.id, domainId: product.domain.id } as const
  const editable = may("products.edit", here)
  const waiting = firstWaiting(thread.links)
  const list = `/${workspace.slug}/products`
  useShortcuts(
    editable.ok ? [{ keys: "e", label: "Edit product", hint: true, run: () => set("edit", "1") }] : [],
  )
  return (
    <>
      <PageHead
        title={product.name}
        crumbs={[
          { label: "Products", href: list },
          { label: product.domain.name, href: `${list}?domain=${product.domain.id}` },
        ]}
        state={
          <>
            {waiting ? <Chip state={waiting.state}>Waiting at {waiting.name}</Chip> : null}
            {threadSummary(thread.links)}. Owner {product.owner?.name ?? "nobody yet"}, steward{" "}
            {product.steward?.name ?? "nobody yet"}.
          </>
        }
        actions={
          <Button
            variant="primary"
            disabledReason={editable.ok ? undefined : editable.reason}
            onClick={() => set("edit", "1")}
          >
            Edit product
          </Button>
        }
      />
      {product.lifecycle === "retired" ? null : (
        <ReleaseNotice product={{ id: product.id, scope: here }} live={product.lifecycle === "live"} />
      )}
      {thread.links.length > 0 ? (
        <Thread links={thread.links} now={now} />
      ) : (
        <Notice state="later">
          <b>The thread begins with the first score.</b> Add items below, then{" "}
          <Link href={`/${workspace.slug}/backlog/scoring?product=${product.id}`}>score them</Link>.
        </Notice>
      )}
      <div className="below">
        <div>
          <ProductItems product={product} items={items.items} total={items.total ?? items.items.length} />
          <div className="mt-8">
            <ChecklistSection subject={{ type: "product", id: product.id }} scope={here} />
          </div>
          <OpenChecks productId={product.id} />
          <div className="mt-8">
            <MaterialSection subject={{ type: "product", id: product.id }} scope={here} />
          </div>
          <div className="mt-8">
            <DiscussionSection subject={{ type: "product", id: product.id }} scope={here} />
          </div>
        </div>
        <div>
          <ObjectiveLinks subject={{ productId: product.id }} name={product.name} />
          <ProductData productId={product.id} />
          <PrivacySection subject={{ type: "product", id: product.id, name: product.name }} scope={here} />
          <EthicsSection subject={{ type: "product", id: product.id }} scope={here} />
          <ProductAbout product={product} />
          <SubjectAccess subject={{ type: "product", id: product.id }} scope={here} />
          <ActivityList activity={product.activity} />
        </div>
      </div>
      {params.get("edit") && editable.ok ? (
        <EditProductDialog product={product} onClose={() => set("edit", null)} />
      ) : null}
    </>
  )
}
