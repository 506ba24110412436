"use client"
import Link from "next/link"
import { useWorkspace } from "@/components/api/workspace"
import { Pager } from "@/components/shell/pager"
import { Chip } from "@/components/ui/chip"
import { SectionHead } from "@/components/ui/section-head"
import { ITEM_STATUS_LABELS, type ItemStatus } from "@/server/backlog/domain/item"
import { LIFECYCLE_LABELS } from "@/server/products/domain/product"
import type { Coverage, CoverageProduct } from "@/server/strategy/domain/coverage"
import { ITEMS_PAGE } from "./prepare-coverage"

type Item = { id: string; key: string; title: string; status: ItemStatus; product: string | null }
type Props = {
  objectives: Coverage["objectives"]
  products: readonly CoverageProduct[]
  items: { items: readonly Item[]; total: number }
  offset: number
}

/** What is left alone: objectives nobody works on, and products and items that work on none. */
export function Orphans({ objectives, products, items, offset }: Props) {
  const { workspace } = useWorkspace()
  const base = `/${workspace.slug}`
  return (
    <div className="orphans">
      <div>
        <section aria-labelledby="orphan-objectives">
          <SectionHead
            id="orphan-objectives"
            title="Objectives nobody works on"
            note={`${objectives.length}`}
          />
          {objectives.length === 0 ? (
            <p className="hint">A product, an item or an initiative works on each.</p>
          ) : null}
          <ul className="subjects">
            {objectives.map(({ id, key, title, owner }) => (
              <li key={id}>
                <span className="tag">{key}</span>
                <span className="name">
                  <Link href={`${base}/strategy/objectives/${key}`}>{title}</Link>
                  <span className="sub">{owner ? `Owner ${owner.name}` : "Nobody owns it"}</span>
                </span>
              </li>
            ))}
          </ul>
        </section>
        <section aria-labelledby="orphan-products">
          <SectionHead
            id="orphan-products"
            title="Products without an objective"
            note={`${products.length}`}
          />
          {products.length === 0 ? <p className="hint">Each product works on a key result.</p> : null}
          <ul className="subjects">
            {products.map(({ id, slug, name, domain, lifecycle, openItems }) => (
              <li key={id}>
                <span className="name">
                  <Link href={`${base}/products/${slug}`}>{name}</Link>
                  <span className="sub">
                    {domain.name}, {openItems === 1 ? "1 open item" : `${openItems} open items`}
                  </span>
                </span>
                <Chip>{LIFECYCLE_LABELS[lifecycle]}</Chip>
              </li>
            ))}
          </ul>
        </section>
      </div>
      <section aria-labelledby="orphan-items">
        <SectionHead
          id="orphan-items"
          title="Open items without an objective"
          note={items.total.toLocaleString("en")}
        />
        <p className="hint">Neither the item nor its product is linked to a key result.</p>
        <ul className="subjects">
          {items.items.map(({ id, key, title, status, product }) => (
            <li key={id}>
              <span className="tag">{key}</span>
              <span className="name">
                <Link href={`${base}/items/${key}`}>{title}</Link>
                <span className="sub">
                  {product ?? "No product"}, {ITEM_STATUS_LABELS[status].toLowerCase()}
                </span>
              </span>
            </li>
          ))}
        </ul>
        <Pager offset={offset} total={items.total} rows={ITEMS_PAGE} />
      </section>
    </div>
  )
}
