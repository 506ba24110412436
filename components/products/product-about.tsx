"use client"
import dynamic from "next/dynamic"
import { useWorkspace } from "@/components/api/workspace"
import { RelativeTime } from "@/components/ui/relative-time"
import { SectionHead } from "@/components/ui/section-head"
import { LIFECYCLE_LABELS, type ProductDetails } from "@/server/products/domain/product"

const Markdown = dynamic(() => import("@/components/ui/markdown").then((module) => module.Markdown))

/** What the product is: its question, state and people, and its description. */
export function ProductAbout({ product }: { product: ProductDetails }) {
  const { now } = useWorkspace()
  const nobody = <span className="unknown">Nobody yet</span>
  return (
    <section className="mt-8">
      <SectionHead title="What it is" />
      <dl className="facts">
        <dt>Question</dt>
        <dd>{product.question || <span className="unknown">Not stated yet</span>}</dd>
        <dt>Lifecycle</dt>
        <dd>{LIFECYCLE_LABELS[product.lifecycle]}</dd>
        <dt>Domain</dt>
        <dd>
          {product.domain.name} <span className="hint mono">{product.domain.key}</span>
        </dd>
        <dt>Owner</dt>
        <dd>{product.owner?.name ?? nobody}</dd>
        <dt>Steward</dt>
        <dd>{product.steward?.name ?? nobody}</dd>
        <dt>Changed</dt>
        <dd>
          <RelativeTime iso={product.updatedAt} now={now} past />
        </dd>
      </dl>
      {product.description ? (
        <Markdown text={product.description} />
      ) : (
        <p className="hint">No description yet: say what it holds, for whom, and where its limits are.</p>
      )}
    </section>
  )
}
